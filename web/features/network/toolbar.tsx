import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { type Person, shownName } from "./person.ts";
import type { History, Step } from "./scene.ts";

const ICONS = {
  undo: "M6.500 4 3 7.500 6.500 11M3.500 7.500H10a3 3 0 0 1 0 6H7.500",
  redo: "M9.500 4 13 7.500 9.500 11M12.500 7.500H6a3 3 0 0 0 0 6h2.500",
  lasso: "M8 2.500c3.400 0 6 1.800 6 4.200S11.400 11 8 11 2 9.100 2 6.700s2.600-4.200 6-4.200ZM6.200 11c.3 1.500-.2 2.500-1.700 2.800",
  fit: "M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10",
  arrange: "M13 8a5 5 0 1 1-1.500-3.600M13 2.500v3h-3",
  halt: "M4.500 4.500h7v7h-7Z",
} as const;

function Tool({
  icon,
  label,
  words = false,
  ...button
}: { icon: keyof typeof ICONS; label: string; words?: boolean } & Pick<
  React.ButtonHTMLAttributes<HTMLButtonElement>,
  "onClick" | "disabled" | "aria-pressed"
>) {
  return (
    <button type="button" className="network-tool" title={label} aria-label={words ? undefined : label} {...button}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
      {words && <span>{label}</span>}
    </button>
  );
}

interface Props {
  readonly history: History;
  readonly people: ReadonlyMap<string, Person>;
  readonly table: boolean;
  readonly drawable: boolean;
  readonly lasso: boolean;
  readonly running: boolean;
  readonly onStep: (at: number) => void;
  readonly onTable: (table: boolean) => void;
  readonly onLasso: () => void;
  readonly onFit: () => void;
  readonly onArrange: () => void;
}

/** The way back and forth, picture or table, and the tools of the picture. */
export function Toolbar({ history, people, table, drawable, lasso, running, ...on }: Props) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const { at, scenes } = history;
  const words = ({ kind, who, n }: Step): string => {
    const person = people.get(who ?? "");
    return t(`step.${kind}`, { n: formatExact(n ?? 0), who: person === undefined ? "" : shownName(person, language) });
  };
  return (
    <div className="network-toolbar" role="toolbar" aria-label={t("step.history")}>
      <div className="network-tools">
        <Tool icon="undo" label={t("step.undo")} disabled={at <= 0} onClick={() => on.onStep(at - 1)} />
        <Tool icon="redo" label={t("step.redo")} disabled={at >= scenes.length - 1} onClick={() => on.onStep(at + 1)} />
        <PopoverButton
          className="network-tool"
          align="left"
          title={t("step.history")}
          label={`${t("step.history")} ${at + 1}/${scenes.length}`}
        >
          {(close) => (
            <ol className="network-steps">
              {scenes.map((scene, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
                <li key={index}>
                  <button
                    type="button"
                    aria-current={index === at ? "step" : undefined}
                    data-undone={index > at}
                    onClick={() => {
                      on.onStep(index);
                      close();
                    }}
                  >
                    {words(scene.step)}
                  </button>
                </li>
              ))}
            </ol>
          )}
        </PopoverButton>
      </div>
      {drawable && (
        <fieldset className="network-tools network-switch">
          <legend className="visually-hidden">{t("panel.stage")}</legend>
          {[false, true].map((one) => (
            <label key={String(one)} className="network-segment">
              <input type="radio" name="network-as" checked={one === table} onChange={() => on.onTable(one)} />
              <span>{t(one ? "tool.table" : "tool.graph")}</span>
            </label>
          ))}
        </fieldset>
      )}
      {drawable && !table && (
        <div className="network-tools">
          <Tool icon="lasso" label={t("tool.lasso")} aria-pressed={lasso} onClick={on.onLasso} />
          <Tool icon="fit" label={t("tool.fit")} onClick={on.onFit} />
          <Tool icon={running ? "halt" : "arrange"} label={t(running ? "tool.halt" : "tool.arrange")} onClick={on.onArrange} />
        </div>
      )}
    </div>
  );
}
