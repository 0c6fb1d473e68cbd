import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Audit_RecordFragment } from "../../gql/generated.ts";
import { formatTime } from "../../lib/time.ts";
import { Modal } from "../../ui/modal.tsx";
import { readDetail } from "./audit-detail.ts";
import { Actor, ResultBadge } from "./audit-table.tsx";
import { AUDIT } from "./words.ts";

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="audit-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The word for a particular where there is one, else its own name. */
function useNameOf() {
  const { t, i18n } = useTranslation(AUDIT);
  return (name: string) => (i18n.exists(`detail.${name}`, { ns: AUDIT }) ? t(`detail.${name}`) : name);
}

/** A role by its name; anything else as it was recorded. */
function useWordOf() {
  const { t, i18n } = useTranslation();
  return (name: string, value: string) => (name === "role" && i18n.exists(`role.${value}`) ? t(`role.${value}`) : value);
}

function Changes({ detail }: { detail: ReturnType<typeof readDetail> }) {
  const { t } = useTranslation(AUDIT);
  const nameOf = useNameOf();
  const wordOf = useWordOf();
  if (detail.changes.length === 0) return null;
  return (
    <section>
      <h3>{t("changes")}</h3>
      <table className="audit-changes">
        <thead>
          <tr>
            <th scope="col">{t("changed")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {detail.changes.map((change) => (
            <tr key={change.name}>
              <th scope="row">{nameOf(change.name)}</th>
              <td>{wordOf(change.name, change.before)}</td>
              <td>{wordOf(change.name, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One record in full: who, when, from where, what, to whom, before and after, and its place in the chain. */
export function AuditDrawer({ record, onClose }: { record: Audit_RecordFragment; onClose: () => void }) {
  const { t } = useTranslation(AUDIT);
  const nameOf = useNameOf();
  const detail = readDetail(record.detail);
  return (
    <Modal kind="drawer" title={t("record", { index: record.index })} closeLabel={t("action.close", { ns: "common" })} onClose={onClose}>
      <dl className="audit-lines">
        <Line label={t("column.at")}>{formatTime(record.at)}</Line>
        <Line label={t("column.actor")}>
          <Actor record={record} />
          {record.actorId && (
            <Link className="mono" to={`/admin/audit?actor=${encodeURIComponent(record.actorId)}`} onClick={onClose}>
              {record.actorId}
            </Link>
          )}
        </Line>
        <Line label={t("column.ip")}>{record.ip ?? t("shell")}</Line>
        <Line label={t("column.action")}>{t(`action.${record.action}`)}</Line>
        <Line label={t("column.result")}>
          <span>
            <ResultBadge result={record.result} />
          </span>
        </Line>
        {record.subjectIds.length > 0 && (
          <Line label={t("column.subject")}>
            {record.subjectIds.map((id) => (
              <Link key={id} className="mono" to={`/admin/audit?subject=${encodeURIComponent(id)}`} onClick={onClose}>
                {id}
              </Link>
            ))}
          </Line>
        )}
      </dl>
      <Changes detail={detail} />
      {detail.particulars.length > 0 && (
        <section>
          <h3>{t("particulars")}</h3>
          <dl className="audit-lines">
            {detail.particulars.map(({ name, value }) => (
              <Line key={name} label={nameOf(name)}>
                {value}
              </Line>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h3>{t("chain")}</h3>
        <dl className="audit-lines">
          <Line label={t("requestId")}>
            <span className="mono">{record.requestId ?? "—"}</span>
          </Line>
          <Line label={t("hash")}>
            <span className="mono">{record.hash}</span>
          </Line>
        </dl>
      </section>
    </Modal>
  );
}
