import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Requests_RequestFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { daysBetween, formatTime, today } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import { urgencyOf } from "./due.ts";
import { REQUESTS } from "./words.ts";

type Request = Requests_RequestFragment;

function Due({ request }: { request: Request }) {
  const { t } = useTranslation(REQUESTS);
  const { dueOn, status, closedAt, closedBy } = request;
  if (status !== "OPEN")
    return (
      <span>
        {t(`status.${status}`)}
        <span className="cell-note">{t("closedBy", { name: closedBy ?? "—", time: formatTime(closedAt) })}</span>
      </span>
    );
  const urgency = urgencyOf(dueOn, today());
  const days = daysBetween(today(), dueOn);
  return (
    <span>
      <span className="nowrap">{dueOn}</span>{" "}
      <span className={`badge ${urgency === "overdue" ? "badge-danger" : urgency === "soon" ? "badge-warning" : ""}`}>
        {days < 0 ? t("overdue", { count: -days }) : days === 0 ? t("dueToday") : t("dueIn", { count: days })}
      </span>
    </span>
  );
}

/** Everything held on the person of a request, as a page to print and as JSON; the request is the reason that goes on record. */
function Copies({ id, request }: { id: string; request: Request }) {
  const { t } = useTranslation(REQUESTS);
  const reason = encodeURIComponent(t("copy.reason", { kind: t(`kind.${request.kind}`), id: request.id }));
  const address = (format: "html" | "json") => `/export/person/${encodeURIComponent(id)}/${format}?reason=${reason}`;
  return (
    <>
      <a href={address("html")} target="_blank" rel="noreferrer">
        {t("copy.print")}
      </a>
      <a href={address("json")} download>
        {t("copy.json")}
      </a>
    </>
  );
}

function Row({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useTranslation(REQUESTS);
  const language = useLanguage();
  const { scientist } = request;
  return (
    <tr>
      <th scope="row">
        {scientist ? (
          <Link to={`/scientists/${scientist.id}`}>{nameOf(scientist, language) || scientist.id}</Link>
        ) : (
          <span className="unknown">{t("erased")}</span>
        )}
        {request.demo && <span className="badge badge-warning requests-mark">{t("demo.mark")}</span>}
      </th>
      <td data-label={t("column.kind")}>{t(`kind.${request.kind}`)}</td>
      <td data-label={t("column.what")}>
        <span>
          {request.description}
          <span className="cell-note">{t("askedBy", { name: request.requester })}</span>
          {request.note && <span className="cell-note">{t("outcome", { note: request.note })}</span>}
        </span>
      </td>
      <td data-label={t("column.received")} className="nowrap">
        {request.receivedOn}
      </td>
      <td data-label={t("column.due")}>
        <Due request={request} />
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          {scientist && <Copies id={scientist.id} request={request} />}
          {request.status === "OPEN" && (
            <button type="button" className="text-button" onClick={onClose}>
              {t("close.open")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Requests in a table; those due soonest come first, as the server orders them. */
export function RequestsTable({ requests, onClose }: { requests: readonly Request[]; onClose: (request: Request) => void }) {
  const { t } = useTranslation(REQUESTS);
  return (
    <RecordsTable
      title={t("title")}
      columns={(["person", "kind", "what", "received", "due", "deeds"] as const).map((column) => t(`column.${column}`))}
    >
      {requests.map((request) => (
        <Row key={request.id} request={request} onClose={() => onClose(request)} />
      ))}
    </RecordsTable>
  );
}
