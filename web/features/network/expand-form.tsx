import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Network_PreviewDocument, type Network_PreviewQuery } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import type { NetworkFilters } from "../../lib/network-view.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { TextField } from "../../ui/field.tsx";
import type { Expansion } from "./scene.ts";
import type { Reading } from "./use-explorer.ts";

type Count = NonNullable<Network_PreviewQuery["networkPreview"]>["neighbours"][number];

/** Years back that a preview tells of when no year is given. */
const LATELY = 5;

function yearIn(text: string): number | null {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : null;
}

function PreviewLine({ count, since, minWorks }: { count: Count; since: number; minWorks: number }) {
  const { t } = useTranslation("network");
  const values = { total: formatExact(count.total), link: t(`link.${count.link}`) };
  if (count.atMost || count.inYears === null) return <li>{t("expand.atMost", values)}</li>;
  return (
    <li>
      <strong>{t("expand.preview", values)}</strong>
      <span className="secondary">
        {t("comma")}
        {minWorks > 1
          ? t("expand.matching", { n: formatExact(count.inYears) })
          : t("expand.inYears", { year: since, n: formatExact(count.inYears) })}
      </span>
    </li>
  );
}

/** What expanding somebody would bring, with filters first; then the step itself. */
export function ExpandForm({
  id,
  filters,
  busy,
  full,
  onExpand,
}: {
  id: string;
  filters: NetworkFilters;
  /** What is being read. */
  busy: Reading["busy"];
  /** The most people that are shown, when there is no room for more. */
  full: number | null;
  onExpand: (expansion: Expansion) => void;
}) {
  const { t } = useTranslation("network");
  const [since, setSince] = useState(filters.yearFrom === undefined ? "" : String(filters.yearFrom));
  const [works, setWorks] = useState(String(filters.minWorks));
  const yearFrom = yearIn(useDebounced(since, 250));
  const minWorks = Math.max(1, Math.round(Number(useDebounced(works, 250))) || 1);
  const lately = yearFrom ?? new Date().getFullYear() - LATELY;
  const { data, isError, isPending } = useGraphql(
    Network_PreviewDocument,
    { of: id, years: { from: lately, to: null }, minWorks },
    { keepPrevious: true },
  );
  const counts = data?.networkPreview?.neighbours.filter(({ link }) => filters.links.includes(link)) ?? [];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (busy === null && full === null) onExpand({ id, yearFrom: yearIn(since), minWorks: Math.max(1, Math.round(Number(works)) || 1) });
  };
  return (
    <form className="network-expand" onSubmit={send} aria-label={t("expand.title")}>
      <h3>{t("expand.title")}</h3>
      <ul className="network-preview" aria-live="polite" aria-busy={isPending}>
        {isPending && <li className="skeleton" style={{ width: "70%", height: 16 }} />}
        {isError && <li className="secondary">{t("expand.failed")}</li>}
        {data !== undefined && counts.length === 0 && <li className="secondary">{t("expand.none")}</li>}
        {counts.map((count) => (
          <PreviewLine key={count.link} count={count} since={lately} minWorks={minWorks} />
        ))}
      </ul>
      <div className="network-two">
        <TextField
          label={t("expand.since")}
          inputMode="numeric"
          maxLength={4}
          placeholder={t("expand.sinceHint")}
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
        <TextField
          label={t("expand.works")}
          type="number"
          min={1}
          max={999}
          value={works}
          onChange={(event) => setWorks(event.target.value)}
        />
      </div>
      {full !== null && <p className="form-error">{t("expand.full", { n: formatExact(full) })}</p>}
      <button type="submit" className="button button-primary" aria-disabled={busy !== null || full !== null}>
        {t(busy === "expand" ? "expand.going" : "expand.go")}
      </button>
    </form>
  );
}
