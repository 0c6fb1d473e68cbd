import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Accounts_CreateDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { type OneTimeLink, OneTimeLinkShown } from "./one-time-link.tsx";
import { ACCOUNTS } from "./words.ts";

/** Creates an account without a role and shows the link by which its owner sets the password. */
export function CreateAccount({ onClose, onCreated }: { onClose: () => void; onCreated: () => void }) {
  const { t } = useTranslation(ACCOUNTS);
  const [name, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { run, busy, fault } = useStep(async () => {
    if (name.trim() === "") return { field: "name", message: t("create.nameNeeded") };
    if (displayName.trim() === "") return { field: "displayName", message: t("create.displayNameNeeded") };
    const input = { name: name.trim(), displayName: displayName.trim() };
    const { createAccount: answer } = await request(Accounts_CreateDocument, { input });
    if (answer.__typename === "AccountLink") {
      setLink(answer);
      onCreated();
    }
    return refusalIn(answer);
  });
  return (
    <Modal title={t("create.title")} closeLabel={t("action.close")} onClose={onClose}>
      {link ? (
        <>
          <OneTimeLinkShown link={link} name={displayName.trim()} onDone={onClose} />
          <p className="form-note">{t("create.noRole")}</p>
        </>
      ) : (
        <Form submit={t("create.submit")} busy={busy} error={wholeFault(fault, ["name", "displayName"])} onSubmit={() => void run()}>
          <TextField
            label={t("create.name")}
            hint={t("create.nameHint")}
            error={faultOf(fault, "name")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t("create.displayName")}
            error={faultOf(fault, "displayName")}
            autoComplete="off"
            maxLength={40}
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        </Form>
      )}
    </Modal>
  );
}
