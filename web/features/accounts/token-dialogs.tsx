import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Accounts_IssueTokenDocument, Accounts_RevokeTokenDocument, type Accounts_TokenFragment } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { ROLES, toRole } from "./roles.ts";
import { ACCOUNTS } from "./words.ts";

const DAYS = [7, 30, 90, 180, 365] as const;

interface Props {
  onClose: () => void;
  /** The list has changed. */
  onDone: () => void;
}

function BearerShown({ bearer, onClose }: { bearer: string; onClose: () => void }) {
  const { t } = useTranslation(ACCOUNTS);
  return (
    <>
      <div className="once" role="status">
        <p>{t("token.once")}</p>
        <code>{bearer}</code>
        <div className="form-foot">
          <CopyButton text={bearer} label={t("token.copy")} doneLabel={t("link.copied")} />
        </div>
      </div>
      <div className="form-foot">
        <button type="button" className="button button-primary" onClick={onClose}>
          {t("link.done")}
        </button>
      </div>
    </>
  );
}

/** Issues a token for a script; its text is shown the one time that it is told. */
export function IssueToken({ onClose, onDone }: Props) {
  const { t } = useTranslation(ACCOUNTS);
  const [name, setName] = useState("");
  const [role, setRole] = useState("ANALYST");
  const [days, setDays] = useState("90");
  const [bearer, setBearer] = useState<string | null>(null);
  const { run, busy, fault } = useStep(async () => {
    const chosen = toRole(role);
    if (name.trim() === "" || chosen === null) return { field: "name", message: t("token.issue.nameNeeded") };
    const input = { name: name.trim(), role: chosen, days: Number(days) };
    const { issueApiToken: answer } = await request(Accounts_IssueTokenDocument, { input });
    if (answer.__typename === "ApiTokenIssued") {
      setBearer(answer.bearer);
      onDone();
    }
    return refusalIn(answer);
  });
  return (
    <Modal title={t("token.issue.title")} closeLabel={t("action.close")} onClose={onClose}>
      {bearer ? (
        <BearerShown bearer={bearer} onClose={onClose} />
      ) : (
        <Form submit={t("token.issue.submit")} busy={busy} error={wholeFault(fault, ["name", "role", "days"])} onSubmit={() => void run()}>
          <TextField
            label={t("token.issue.name")}
            hint={t("token.issue.nameHint")}
            error={faultOf(fault, "name")}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label={t("column.role")}
            error={faultOf(fault, "role")}
            value={role}
            onChange={(event) => setRole(event.target.value)}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t("token.issue.days")}
            error={faultOf(fault, "days")}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          >
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {t("token.issue.dayCount", { count })}
              </option>
            ))}
          </SelectField>
        </Form>
      )}
    </Modal>
  );
}

/** Ends a token, with a reason. */
export function RevokeToken({ token, onClose, onDone }: Props & { token: Accounts_TokenFragment }) {
  const { t } = useTranslation(ACCOUNTS);
  const toast = useToast();
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < 4) return { field: "reason", message: t("reasonNeeded") };
    const { revokeApiToken: answer } = await request(Accounts_RevokeTokenDocument, { id: token.id, reason: reason.trim() });
    const refused = refusalIn(answer);
    if (refused) return refused;
    toast(t("token.revoke.done", { name: token.name }));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("token.revoke.title", { name: token.name })} closeLabel={t("action.close")} onClose={onClose}>
      <Form submit={t("token.revoke.submit")} busy={busy} danger error={wholeFault(fault, ["reason"])} onSubmit={() => void run()}>
        <p>{t("token.revoke.text")}</p>
        <TextArea
          label={t("reason")}
          hint={t("reasonHint")}
          error={faultOf(fault, "reason")}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
