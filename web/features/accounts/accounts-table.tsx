import { useTranslation } from "react-i18next";
import type { AccountStatus, Accounts_AccountFragment } from "../../gql/generated.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { formatTime } from "../../lib/time.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import type { AccountDeed } from "./account-dialog.tsx";
import { ACCOUNTS } from "./words.ts";

type Account = Accounts_AccountFragment;

const TONES: Record<AccountStatus, string> = {
  ACTIVE: "badge-success",
  INVITED: "badge-primary",
  LOCKED: "badge-warning",
  DISABLED: "badge-danger",
};

/** What may be done about an account, by what the viewer may do and how the account stands. */
function useDeeds(account: Account): readonly AccountDeed[] {
  const manages = useMay("MANAGE_ACCOUNTS");
  const grants = useMay("GRANT_ROLES");
  const { viewer } = useSession().session;
  // Nobody changes the own rights, and what the trial desk uses is not managed here.
  if (account.demo || account.id === viewer?.id) return [];
  if (grants) return account.status === "DISABLED" ? [] : ["role"];
  if (!manages) return [];
  if (account.status === "DISABLED") return ["enable"];
  return [...(account.status === "LOCKED" ? (["unlock"] as const) : []), "reset", "disable"];
}

function Row({ account, onDeed }: { account: Account; onDeed: (deed: AccountDeed) => void }) {
  const { t } = useTranslation(ACCOUNTS);
  const { viewer } = useSession().session;
  const deeds = useDeeds(account);
  return (
    <tr>
      <th scope="row">
        <strong>{account.displayName}</strong>
        {account.id === viewer?.id && <span className="badge accounts-mark">{t("own")}</span>}
        {account.demo && <span className="badge badge-warning accounts-mark">{t("demo.mark")}</span>}
        <span className="cell-note">{account.name}</span>
      </th>
      <td data-label={t("column.role")}>{account.role ? t(`role.${account.role}`) : <span className="unknown">{t("role.none")}</span>}</td>
      <td data-label={t("column.status")}>
        <span>
          <span className={`badge ${TONES[account.status]}`}>{t(`status.${account.status}`)}</span>
        </span>
      </td>
      <td data-label={t("column.factor")}>{t(account.secondFactor ? "factor.on" : "factor.off")}</td>
      <td data-label={t("column.lastSignIn")} className="nowrap">
        {formatTime(account.lastSignInAt) || <span className="unknown">{t("never")}</span>}
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          {deeds.map((deed) => (
            <button
              key={deed}
              type="button"
              className={`text-button${deed === "disable" ? " text-danger" : ""}`}
              aria-label={`${t(`deed.${deed === "reset" && account.status === "INVITED" ? "link" : deed}.open`)} ${account.displayName}`}
              onClick={() => onDeed(deed)}
            >
              {t(`deed.${deed === "reset" && account.status === "INVITED" ? "link" : deed}.open`)}
            </button>
          ))}
        </div>
      </td>
    </tr>
  );
}

/** Accounts in a table; on a phone one below the other. */
export function AccountsTable({
  accounts,
  onDeed,
}: {
  accounts: readonly Account[];
  onDeed: (deed: AccountDeed, account: Account) => void;
}) {
  const { t } = useTranslation(ACCOUNTS);
  return (
    <RecordsTable
      title={t("title")}
      columns={(["name", "role", "status", "factor", "lastSignIn", "deeds"] as const).map((column) => t(`column.${column}`))}
    >
      {accounts.map((account) => (
        <Row key={account.id} account={account} onDeed={(deed) => onDeed(deed, account)} />
      ))}
    </RecordsTable>
  );
}
