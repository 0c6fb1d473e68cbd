import { useTranslation } from "react-i18next";
import { type DraftLine, emptyLine, movedLine, type SettingsFault, STAGES } from "./settings-model.ts";
import { PIPELINE } from "./words.ts";

interface Props {
  part: "stages" | "desks";
  lines: readonly DraftLine[];
  fault: SettingsFault | null;
  onChange: (lines: readonly DraftLine[]) => void;
}

/** Puts a line up or down, or takes it away. */
function Deeds({
  ordered,
  name,
  at,
  count,
  move,
  remove,
}: {
  ordered: boolean;
  name: string;
  at: number;
  count: number;
  move: (by: -1 | 1) => void;
  remove: () => void;
}) {
  const { t } = useTranslation(PIPELINE);
  return (
    <div className="records-actions">
      {ordered && (
        <>
          <button
            type="button"
            className="icon-button"
            disabled={at === 0}
            aria-label={t("settings.up", { name })}
            onClick={() => move(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="icon-button"
            disabled={at === count - 1}
            aria-label={t("settings.down", { name })}
            onClick={() => move(1)}
          >
            ↓
          </button>
        </>
      )}
      <button type="button" className="text-button text-danger" aria-label={t("settings.removeOf", { name })} onClick={remove}>
        {t("settings.remove")}
      </button>
    </div>
  );
}

function Line({
  part,
  line,
  at,
  count,
  wrong,
  set,
  move,
  remove,
}: {
  part: Props["part"];
  line: DraftLine;
  at: number;
  count: number;
  wrong: boolean;
  set: (change: Partial<DraftLine>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
}) {
  const { t } = useTranslation(PIPELINE);
  const name = line.nameZh || line.id || String(at + 1);
  const field = (
    key: "nameZh" | "nameEn" | "id" | "limitDays",
    more: { readOnly?: boolean; inputMode?: "numeric"; maxLength?: number } = {},
  ) => (
    <input
      className="input"
      aria-label={t("settings.fieldOf", { field: t(`settings.${key}`), name })}
      aria-invalid={wrong || undefined}
      maxLength={40}
      {...more}
      value={line[key]}
      onChange={(event) => set({ [key]: key === "id" ? event.target.value.toUpperCase() : event.target.value })}
    />
  );
  return (
    <tr>
      <td data-label={t("settings.nameZh")}>{field("nameZh")}</td>
      <td data-label={t("settings.nameEn")}>{field("nameEn")}</td>
      <td data-label={t("settings.id")}>{field("id", { readOnly: line.known })}</td>
      {part === "stages" && (
        <td data-label={t("settings.limitDays")} className="pl-limit">
          {field("limitDays", { inputMode: "numeric", maxLength: 3 })}
        </td>
      )}
      <td className="records-cell-actions">
        <Deeds {...{ ordered: part === "stages", name, at, count, move, remove }} />
      </td>
    </tr>
  );
}

/** Stages or desks as lines that can be renamed, added, taken away and put in order. */
export function SettingsLines({ part, lines, fault, onChange }: Props) {
  const { t } = useTranslation(PIPELINE);
  const mine = fault?.part === part ? fault : null;
  const columns = ["nameZh", "nameEn", "id", ...(part === "stages" ? ["limitDays"] : [])];
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t(`settings.${part}`)}</h2>
        <button
          type="button"
          className="button"
          disabled={part === "stages" && lines.length >= STAGES.most}
          onClick={() => onChange([...lines, emptyLine()])}
        >
          {t(`settings.add.${part}`)}
        </button>
      </div>
      <p className="form-note">{t(`settings.note.${part}`)}</p>
      <div className="pl-settings">
        <table className="records">
          <caption className="visually-hidden">{t(`settings.${part}`)}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`settings.${column}`)}
                </th>
              ))}
              <th scope="col">{t("column.deeds")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Line
                key={line.key}
                {...{ part, line, at, count: lines.length, wrong: mine?.line === line.key }}
                set={(change) => onChange(lines.map((each) => (each.key === line.key ? { ...each, ...change } : each)))}
                move={(by) => onChange(movedLine(lines, line.key, by))}
                remove={() => onChange(lines.filter((each) => each.key !== line.key))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mine && (
        <p className="field-error" role="alert">
          {t(`settings.fault.${part}.${mine.why}`, { name: lines.find(({ key }) => key === mine.line)?.nameZh ?? "" })}
        </p>
      )}
    </section>
  );
}
