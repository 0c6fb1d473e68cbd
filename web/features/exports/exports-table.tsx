import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ExportRequestStatus, Exports_RequestFragment } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import { isNetwork, selectionOf, selectionText } from "./export-state.ts";
import { EXPORTS } from "./words.ts";

type Request = Exports_RequestFragment;

const TONES: Record<ExportRequestStatus, string> = {
  PENDING: "badge-warning",
  APPROVED: "badge-success",
  DECLINED: "badge-danger",
  USED: "",
  EXPIRED: "",
};

function Stand({ request }: { request: Request }) {
  const { t } = useTranslation(EXPORTS);
  const { status, decidedBy, decidedAt, note, expiresAt } = request;
  return (
    <span>
      <span className={`badge ${TONES[status]}`}>{t(`status.${status}`)}</span>
      {decidedBy && <span className="cell-note">{t("decidedBy", { name: decidedBy, time: formatTime(decidedAt) })}</span>}
      {note && <span className="cell-note">{t("noteOf", { note })}</span>}
      {status === "APPROVED" && expiresAt && <span className="cell-note">{t("until", { time: formatTime(expiresAt) })}</span>}
    </span>
  );
}

function Row({ request, decides, onDecide, onFetch }: { request: Request } & Pick<TableProps, "decides" | "onDecide" | "onFetch">) {
  const { t } = useTranslation(EXPORTS);
  const { own, status, selection } = request;
  return (
    <tr>
      <th scope="row">
        {own ? t("you") : request.requestedBy}
        <span className="cell-note">{formatTime(request.requestedAt)}</span>
      </th>
      <td data-label={t("column.reason")}>{request.reason}</td>
      <td data-label={t("column.rows")} className="nowrap">
        {formatExact(request.rowCount)}
      </td>
      <td data-label={t("column.status")}>
        <Stand request={request} />
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          {selection !== undefined && !isNetwork(selection) && (
            <Link to={`/scientists${selectionText(selectionOf(selection))}`}>{t("list")}</Link>
          )}
          {isNetwork(selection) && <Link to="/network/saved">{t("network")}</Link>}
          {own && status === "APPROVED" && !isNetwork(selection) && (
            <button type="button" className="text-button" onClick={() => onFetch(request)}>
              {t("fetch")}
            </button>
          )}
          {decides && !own && status === "PENDING" && (
            <button type="button" className="text-button" onClick={() => onDecide(request)}>
              {t("decide.open")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

interface TableProps {
  requests: readonly Request[];
  /** Whether the viewer decides on requests of others. */
  decides: boolean;
  onDecide: (request: Request) => void;
  onFetch: (request: Request) => void;
}

/** Export requests in a table. */
export function ExportsTable({ requests, ...rest }: TableProps) {
  const { t } = useTranslation(EXPORTS);
  return (
    <RecordsTable
      title={t("pageTitle")}
      columns={(["who", "reason", "rows", "status", "deeds"] as const).map((column) => t(`column.${column}`))}
    >
      {requests.map((request) => (
        <Row key={request.id} request={request} {...rest} />
      ))}
    </RecordsTable>
  );
}
