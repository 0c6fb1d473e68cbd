import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../gql/generated.ts";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { firstAccounts, newAccount, type SetUpAccount, setUpFaults } from "./set-up-model.ts";
import { SetUpRow } from "./set-up-row.tsx";
import { TrialDesk } from "./trial-desk.tsx";
import { AUTH } from "./words.ts";

/** The accounts as one form. Everything typed stays until the server has created all of them, in one transaction. */
function SetUpForm() {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const toast = useToast();
  const [accounts, setAccounts] = useState<readonly SetUpAccount[]>(firstAccounts);
  const [checked, setChecked] = useState(false);
  const faults = checked ? setUpFaults(accounts) : {};
  const { run, busy, fault } = useStep(async () => {
    setChecked(true);
    if (Object.keys(setUpFaults(accounts)).length > 0) return { field: null, message: t("setUp.mend") };
    const given = accounts.map(({ name, displayName, role, password }) => ({
      name: name.trim(),
      displayName: displayName.trim(),
      role,
      password,
    }));
    setSession(await takeStep("/auth/set-up", { accounts: given }));
    toast(t("setUp.created", { count: accounts.length }));
    return null;
  });
  const change = (key: string, part: Partial<SetUpAccount>) =>
    setAccounts(accounts.map((account) => (account.key === key ? { ...account, ...part } : account)));
  const add = (role: Role) => setAccounts([...accounts, newAccount(role)]);
  return (
    <Form submit={t("setUp.submit")} busyWord={t("setUp.busy")} busy={busy} error={wholeFault(fault)} onSubmit={() => void run()}>
      <p className="form-note">{t("policy.hint")}</p>
      {accounts.map((account) => (
        <SetUpRow
          key={account.key}
          account={account}
          faults={faults}
          onChange={(part) => change(account.key, part)}
          onRemove={() => setAccounts(accounts.filter(({ key }) => key !== account.key))}
        />
      ))}
      <p>
        <button type="button" className="button" onClick={() => add("OFFICER")}>
          {t("setUp.add")}
        </button>
      </p>
    </Form>
  );
}

/** The first start: try the product at once, or create the three administrators and the first working accounts. */
export function SetUp() {
  const { t } = useTranslation(AUTH);
  const { session } = useSession();
  return (
    <div className="auth-set-up">
      <h1>{t("setUp.title")}</h1>
      {session.trialDesk && <TrialDesk />}
      <section className="auth-card">
        <h2>{t("setUp.accounts")}</h2>
        <p className="form-note">{t("setUp.why")}</p>
        <SetUpForm />
      </section>
    </div>
  );
}
