import { useTranslation } from "react-i18next";
import type { Audit_RecordFragment, AuditResult } from "../../gql/generated.ts";
import { formatTime } from "../../lib/time.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import { AUDIT } from "./words.ts";

const TONES: Record<AuditResult, string> = { OK: "badge-success", REFUSED: "badge-warning", FAILED: "badge-danger" };

/** How an action ended. */
export function ResultBadge({ result }: { result: AuditResult }) {
  const { t } = useTranslation(AUDIT);
  return <span className={`badge ${TONES[result]}`}>{t(`result.${result}`)}</span>;
}

/** Who acted: the name at that time, or that it was the system or a stranger. */
export function Actor({ record }: { record: Audit_RecordFragment }) {
  const { t } = useTranslation(AUDIT);
  if (!record.actorName) return <span className="unknown">{t(record.ip ? "stranger" : "system")}</span>;
  return (
    <span>
      {record.actorName}
      {record.demo && <span className="badge badge-warning audit-mark">{t("demo.mark", { ns: "common" })}</span>}
      {record.actorRole && <span className="cell-note">{t(`role.${record.actorRole}`, { ns: "common" })}</span>}
    </span>
  );
}

/** Records of the trail; pressing one opens its particulars. */
export function AuditTable({
  records,
  onOpen,
}: {
  records: readonly Audit_RecordFragment[];
  onOpen: (record: Audit_RecordFragment) => void;
}) {
  const { t } = useTranslation(AUDIT);
  return (
    <RecordsTable
      title={t("title")}
      columns={(["index", "at", "actor", "action", "subject", "result", "ip"] as const).map((column) => t(`column.${column}`))}
    >
      {records.map((record) => (
        <tr key={record.index}>
          <th scope="row" className="nowrap">
            <button type="button" className="text-button" aria-label={t("open", { index: record.index })} onClick={() => onOpen(record)}>
              {record.index}
            </button>
          </th>
          <td data-label={t("column.at")} className="nowrap">
            {formatTime(record.at)}
          </td>
          <td data-label={t("column.actor")}>
            <Actor record={record} />
          </td>
          <td data-label={t("column.action")}>{t(`action.${record.action}`)}</td>
          <td data-label={t("column.subject")} data-empty={record.subjectIds.length === 0}>
            <span className="mono audit-subject">
              {record.subjectIds[0]}
              {record.subjectIds.length > 1 && ` ${t("andMore", { count: record.subjectIds.length - 1 })}`}
            </span>
          </td>
          <td data-label={t("column.result")}>
            <span>
              <ResultBadge result={record.result} />
            </span>
          </td>
          <td data-label={t("column.ip")} data-empty={record.ip === null} className="nowrap">
            {record.ip}
          </td>
        </tr>
      ))}
    </RecordsTable>
  );
}
