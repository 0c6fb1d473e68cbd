import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Accounts_AccountFragment,
  Accounts_ResetDocument,
  Accounts_SetDisabledDocument,
  Accounts_SetRoleDocument,
  Accounts_UnlockDocument,
} from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { SelectField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type OneTimeLink, OneTimeLinkShown } from "./one-time-link.tsx";
import { ROLES, toRole } from "./roles.ts";
import { ACCOUNTS } from "./words.ts";

/** What can be done about an account. */
export type AccountDeed = "reset" | "disable" | "enable" | "unlock" | "role";

interface Props {
  kind: AccountDeed;
  account: Accounts_AccountFragment;
  onClose: () => void;
  /** The list has changed. */
  onDone: () => void;
}

/** Asks the server for a deed; a link comes back where one was made. */
async function ask(kind: AccountDeed, id: string, role: string, reason: string) {
  switch (kind) {
    case "reset":
      return (await request(Accounts_ResetDocument, { id, reason })).resetAccount;
    case "role":
      return (await request(Accounts_SetRoleDocument, { id, role: toRole(role), reason })).setAccountRole;
    case "unlock":
      return (await request(Accounts_UnlockDocument, { id })).unlockAccount;
    default:
      return (await request(Accounts_SetDisabledDocument, { id, disabled: kind === "disable", reason })).setAccountDisabled;
  }
}

/** Asks before an account is changed: what follows from it, the reason, and for a role which. */
export function AccountDialog({ kind, account, onClose, onDone }: Props) {
  const { t } = useTranslation(ACCOUNTS);
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [role, setRole] = useState<string>(account.role ?? "");
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const word = kind === "reset" && account.status === "INVITED" ? "link" : kind;
  const { run, busy, fault } = useStep(async () => {
    if (kind !== "unlock" && reason.trim().length < 4) return { field: "reason", message: t("reasonNeeded") };
    if (kind === "role" && toRole(role) === account.role) return { field: "role", message: t("deed.role.same") };
    const answer = await ask(kind, account.id, role, reason.trim());
    const refused = refusalIn(answer);
    if (refused) return refused;
    onDone();
    if (answer.__typename === "AccountLink") setLink(answer);
    else {
      toast(t(`deed.${word}.done`, { name: account.displayName }));
      onClose();
    }
    return null;
  });
  return (
    <Modal title={t(`deed.${word}.title`, { name: account.displayName })} closeLabel={t("action.close")} onClose={onClose}>
      {link ? (
        <OneTimeLinkShown link={link} name={account.displayName} onDone={onClose} />
      ) : (
        <Form
          submit={t(`deed.${word}.submit`)}
          busy={busy}
          danger={kind === "disable"}
          error={wholeFault(fault, ["reason", "role"])}
          onSubmit={() => void run()}
        >
          <p>{t(`deed.${word}.text`)}</p>
          {kind === "role" && (
            <SelectField
              label={t("column.role")}
              error={faultOf(fault, "role")}
              value={role}
              onChange={(event) => setRole(event.target.value)}
            >
              <option value="">{t("deed.role.none")}</option>
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </SelectField>
          )}
          {kind !== "unlock" && (
            <TextArea
              label={t("reason")}
              hint={t("reasonHint")}
              error={faultOf(fault, "reason")}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Form>
      )}
    </Modal>
  );
}
