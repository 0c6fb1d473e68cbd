import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Accounts_AccountFragment, Accounts_ListDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { type AccountDeed, AccountDialog } from "./account-dialog.tsx";
import { AccountsTable } from "./accounts-table.tsx";

import { CreateAccount } from "./create-account.tsx";
import { ACCOUNTS } from "./words.ts";

const MOST_SHOWN = 200;

/** Accounts whose names, role word or status word contain every typed word. */
function useFound(accounts: readonly Accounts_AccountFragment[] | undefined, typed: string) {
  const { t } = useTranslation(ACCOUNTS);
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return accounts?.filter(({ name, displayName, role, status }) => {
    const text = `${name} ${displayName} ${role ? t(`role.${role}`) : t("role.none")} ${t(`status.${status}`)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** All accounts, with what the viewer may do about them. */
export function AccountsPanel() {
  const { t } = useTranslation(ACCOUNTS);
  const client = useQueryClient();
  const manages = useMay("MANAGE_ACCOUNTS");
  const { data, error, refetch } = useGraphql(Accounts_ListDocument, {}, { staleTime: 0 });
  const [typed, setTyped] = useState("");
  const [deed, setDeed] = useState<{ kind: AccountDeed; account: Accounts_AccountFragment } | null>(null);
  const [creating, setCreating] = useState(false);
  const found = useFound(data?.accounts, typed);
  const renew = () => void client.invalidateQueries({ queryKey: [Accounts_ListDocument.operationName] });
  return (
    <>
      <div className="page-tools">
        <input
          className="input accounts-search"
          type="search"
          aria-label={t("find")}
          placeholder={t("find")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {found && <span className="secondary">{t("count", { count: found.length })}</span>}
        {manages && (
          <button type="button" className="button button-primary accounts-create" onClick={() => setCreating(true)}>
            {t("create.open")}
          </button>
        )}
      </div>
      <Arriving ready={found !== undefined} error={error} retry={() => void refetch()}>
        {found?.length === 0 ? (
          <EmptyState title={t("none")} detail={t("noneDetail")} />
        ) : (
          <AccountsTable accounts={found?.slice(0, MOST_SHOWN) ?? []} onDeed={(kind, account) => setDeed({ kind, account })} />
        )}
        {found && found.length > MOST_SHOWN && <p className="form-note">{t("more", { count: MOST_SHOWN })}</p>}
      </Arriving>
      {creating && <CreateAccount onClose={() => setCreating(false)} onCreated={renew} />}
      {deed && <AccountDialog key={`${deed.kind} ${deed.account.id}`} {...deed} onClose={() => setDeed(null)} onDone={renew} />}
    </>
  );
}
