import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  Auth_RevokeOtherSessionsDocument,
  Auth_RevokeSessionDocument,
  Auth_SessionsDocument,
  type Auth_SessionsQuery,
} from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { useToast } from "../../ui/toast.tsx";
import { readUserAgent } from "./user-agent.ts";
import { AUTH } from "./words.ts";

type OneSession = Auth_SessionsQuery["mySessions"][number];

function SessionRow({ session, busy, onEnd }: { session: OneSession; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation(AUTH);
  const browser = readUserAgent(session.userAgent);
  return (
    <tr>
      <th scope="row" title={session.userAgent}>
        {browser ? t("browser.on", browser) : t("browser.unknown")}{" "}
        {session.current && <span className="badge badge-success">{t("mine.sessions.current")}</span>}
      </th>
      <td data-label={t("mine.sessions.ip")}>{session.ip}</td>
      <td data-label={t("mine.sessions.since")} className="nowrap">
        {formatTime(session.createdAt)}
      </td>
      <td data-label={t("mine.sessions.seen")} className="nowrap">
        {formatTime(session.lastSeenAt)}
      </td>
      <td className="records-cell-actions">
        {!session.current && (
          <button type="button" className="text-button" disabled={busy} onClick={onEnd}>
            {t("mine.sessions.end")}
          </button>
        )}
      </td>
    </tr>
  );
}

function useEndSessions() {
  const { t } = useTranslation(AUTH);
  const client = useQueryClient();
  const toast = useToast();
  return useStep(async (id: string | null) => {
    const answer =
      id === null
        ? (await request(Auth_RevokeOtherSessionsDocument, {})).revokeOtherSessions
        : (await request(Auth_RevokeSessionDocument, { id })).revokeSession;
    if (answer.__typename === "Revoked") {
      toast(t("mine.sessions.ended", { count: answer.count }));
      await client.invalidateQueries({ queryKey: [Auth_SessionsDocument.operationName] });
    }
    return refusalIn(answer);
  });
}

/** Where the own account is signed in, and the way to end it there. */
export function MySessions() {
  const { t } = useTranslation(AUTH);
  const language = useLanguage();
  const { data, error, refetch } = useGraphql(Auth_SessionsDocument, {}, { staleTime: 0 });
  const { run, busy, fault } = useEndSessions();
  const sessions = data?.mySessions;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t("mine.sessions.title")}</h2>
        {sessions && sessions.length > 1 && (
          <button type="button" className="button" disabled={busy} onClick={() => void run(null)}>
            {t("mine.sessions.endOthers")}
          </button>
        )}
      </div>
      <p className="form-note">{t("mine.sessions.note")}</p>
      {fault && (
        <p className="form-error" role="alert">
          {wholeFault(fault)}
        </p>
      )}
      {!sessions && !error && <span className="skeleton" style={{ height: 88 }} />}
      {!sessions && error && (
        <ErrorNotice
          title={t("error.title")}
          detail={errorSentence(error, t, language)}
          action={
            <button type="button" className="button" onClick={() => void refetch()}>
              {t("action.retry")}
            </button>
          }
        />
      )}
      {sessions && (
        <RecordsTable
          title={t("mine.sessions.title")}
          columns={[
            t("mine.sessions.device"),
            t("mine.sessions.ip"),
            t("mine.sessions.since"),
            t("mine.sessions.seen"),
            <span key="end" className="visually-hidden">
              {t("mine.sessions.end")}
            </span>,
          ]}
        >
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} busy={busy} onEnd={() => void run(session.id)} />
          ))}
        </RecordsTable>
      )}
    </section>
  );
}
