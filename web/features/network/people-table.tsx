import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatExact } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { LegendEntry } from "./appearance.ts";
import { type Person, shownName, workOf } from "./person.ts";
import type { Scene } from "./scene.ts";

const ROW = 44;
const SORTS = ["name", "work", "colour", "links", "all"] as const;
type Sort = (typeof SORTS)[number];

interface Props {
  readonly ids: readonly string[];
  readonly people: ReadonlyMap<string, Person>;
  readonly scene: Scene;
  readonly degrees: ReadonlyMap<string, number>;
  readonly legend: readonly LegendEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly busy: boolean;
  readonly onChoose: (id: string, on: boolean) => void;
  readonly onShow: (id: string) => void;
  readonly onExpand: (id: string) => void;
  readonly onCollapse: (id: string) => void;
  readonly onPin: (id: string) => void;
}

interface RowOf {
  readonly id: string;
  readonly person: Person | undefined;
  readonly name: string;
  readonly work: string;
  readonly entry: LegendEntry | undefined;
  readonly links: number;
}

function useRows({ ids, people, degrees, legend }: Props, sort: Sort): RowOf[] {
  const language = useLanguage();
  return useMemo(() => {
    const entryOf = new Map(legend.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)));
    const order = new Map(legend.map((entry, at) => [entry.key, at]));
    const rows = ids.map((id): RowOf => {
      const person = people.get(id);
      const name = person === undefined ? id : shownName(person, language);
      const work = person === undefined ? "" : (workOf(person, language) ?? "");
      return { id, person, name, work, entry: entryOf.get(id), links: degrees.get(id) ?? 0 };
    });
    const words = new Intl.Collator(language === "zh" ? "zh-CN" : "en");
    const compare: Readonly<Record<Sort, (one: RowOf, other: RowOf) => number>> = {
      name: (one, other) => words.compare(one.name, other.name),
      work: (one, other) => words.compare(one.work, other.work),
      colour: (one, other) => (order.get(one.entry?.key ?? "") ?? 99) - (order.get(other.entry?.key ?? "") ?? 99),
      links: (one, other) => other.links - one.links,
      all: (one, other) => (other.person?.degree ?? 0) - (one.person?.degree ?? 0),
    };
    return rows.sort(compare[sort]);
  }, [ids, people, degrees, legend, language, sort]);
}

function Deeds({
  row,
  scene,
  busy,
  onExpand,
  onCollapse,
  onPin,
}: { row: RowOf } & Pick<Props, "scene" | "busy" | "onExpand" | "onCollapse" | "onPin">) {
  const { t } = useTranslation("network");
  const { id, name, person } = row;
  const isExpanded = scene.expanded.some((one) => one.id === id);
  const isPinned = id in scene.pinned;
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-disabled={busy}
        aria-label={t(isExpanded ? "table.collapse" : "table.expand", { name })}
        onClick={() => (isExpanded ? onCollapse(id) : !busy && onExpand(id))}
      >
        {t(isExpanded ? "table.fold" : "expand.go")}
      </button>
      <button
        type="button"
        className="text-button"
        aria-pressed={isPinned}
        aria-label={t(isPinned ? "table.unpin" : "table.pin", { name })}
        onClick={() => onPin(id)}
      >
        {t(isPinned ? "table.loose" : "table.fix")}
      </button>
      {person?.isScientist && (
        <Link to={`/scientists/${encodeURIComponent(id)}`} aria-label={t("table.open", { name })}>
          {t("table.profile")}
        </Link>
      )}
    </>
  );
}

/** The people of the network as a table that does by keyboard all that the picture does by hand. */
export function PeopleTable(props: Props) {
  const { scene, chosen, onChoose, onShow } = props;
  const { t } = useTranslation("network");
  const [sort, setSort] = useState<Sort>("links");
  const rows = useRows(props, sort);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="network-table-scroll" ref={scroller} tabIndex={0} aria-label={t("table.label")}>
      <table className="network-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="network-table-pick">
              <span className="visually-hidden">{t("list.selectColumn")}</span>
            </th>
            {SORTS.map((column) => (
              <th key={column} scope="col" aria-sort={column === sort ? "descending" : undefined} className={`network-column-${column}`}>
                <button type="button" title={t("table.sortBy", { column: t(`table.${column}`) })} onClick={() => setSort(column)}>
                  {t(`table.${column}`)}
                  {column === sort && <span aria-hidden="true"> ↓</span>}
                </button>
              </th>
            ))}
            <th scope="col" className="network-column-deeds">
              {t("table.deeds")}
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr className="network-gap" style={{ height: before }} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const { id, name, work, entry, links, person } = row;
            return (
              <tr key={id} aria-rowindex={item.index + 2} data-chosen={chosen.has(id)}>
                <td className="network-table-pick">
                  <input
                    type="checkbox"
                    aria-label={t("table.select", { name })}
                    checked={chosen.has(id)}
                    onChange={(event) => onChoose(id, event.target.checked)}
                  />
                </td>
                <th scope="row">
                  <button type="button" className="network-name" title={t("table.show", { name })} onClick={() => onShow(id)}>
                    {id in scene.pinned && <span aria-hidden="true">◆ </span>}
                    {name}
                  </button>
                </th>
                <td className="network-column-work" title={work}>
                  {work || <span className="unknown">{t("unknown")}</span>}
                </td>
                <td className="network-column-colour">
                  {entry && (
                    <span className="network-group">
                      <i style={{ background: entry.colour }} aria-hidden="true" />
                      {entry.label}
                    </span>
                  )}
                </td>
                <td className="network-number">{formatExact(links)}</td>
                <td className="network-number network-column-all">{formatExact(person?.degree ?? 0)}</td>
                <td className="network-column-deeds">
                  <Deeds row={row} {...props} />
                </td>
              </tr>
            );
          })}
          {after > 0 && <tr className="network-gap" style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}
