import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Accounts_TokenFragment, Accounts_TokensDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

import { EmptyState } from "../../ui/empty-state.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { IssueToken, RevokeToken } from "./token-dialogs.tsx";
import { ACCOUNTS } from "./words.ts";

type Token = Accounts_TokenFragment;

function stateOf(token: Token): "revoked" | "expired" | "works" {
  if (token.revokedAt) return "revoked";
  return Date.parse(token.expiresAt) <= Date.now() ? "expired" : "works";
}

const TONES = { works: "badge-success", expired: "", revoked: "badge-danger" };

function Row({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t } = useTranslation(ACCOUNTS);
  const state = stateOf(token);
  return (
    <tr>
      <th scope="row">
        <strong>{token.name}</strong>
        <span className="cell-note">
          {t("token.issuedBy", { name: token.issuedBy ?? t("token.shell"), time: formatTime(token.createdAt) })}
        </span>
      </th>
      <td data-label={t("column.role")}>{t(`role.${token.role}`)}</td>
      <td data-label={t("column.status")}>
        <span>
          <span className={`badge ${TONES[state]}`}>{t(`token.state.${state}`)}</span>
        </span>
      </td>
      <td data-label={t("token.expires")} className="nowrap">
        {formatTime(token.expiresAt)}
      </td>
      <td data-label={t("token.used")} className="nowrap">
        {formatTime(token.lastUsedAt) || <span className="unknown">{t("token.unused")}</span>}
      </td>
      <td className="records-cell-actions">
        {state === "works" && (
          <button
            type="button"
            className="text-button text-danger"
            aria-label={`${t("token.revoke.open")} ${token.name}`}
            onClick={onRevoke}
          >
            {t("token.revoke.open")}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Bearer tokens of scripts. */
export function TokensPanel() {
  const { t } = useTranslation(ACCOUNTS);
  const client = useQueryClient();
  const { data, error, refetch } = useGraphql(Accounts_TokensDocument, {}, { staleTime: 0 });
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const renew = () => void client.invalidateQueries({ queryKey: [Accounts_TokensDocument.operationName] });
  return (
    <>
      <div className="page-tools">
        <span className="form-note">{t("token.intro")}</span>
        <button type="button" className="button button-primary accounts-create" onClick={() => setIssuing(true)}>
          {t("token.issue.open")}
        </button>
      </div>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
        {data?.apiTokens.length === 0 ? (
          <EmptyState title={t("token.none")} detail={t("token.noneDetail")} />
        ) : (
          <RecordsTable
            title={t("tab.tokens")}
            columns={[t("token.name"), t("column.role"), t("column.status"), t("token.expires"), t("token.used"), t("column.deeds")]}
          >
            {data?.apiTokens.map((token) => (
              <Row key={token.id} token={token} onRevoke={() => setRevoking(token)} />
            ))}
          </RecordsTable>
        )}
      </Arriving>
      {issuing && <IssueToken onClose={() => setIssuing(false)} onDone={renew} />}
      {revoking && <RevokeToken token={revoking} onClose={() => setRevoking(null)} onDone={renew} />}
    </>
  );
}
