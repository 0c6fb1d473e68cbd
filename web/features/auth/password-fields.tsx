import { useTranslation } from "react-i18next";
import { type FormFault, faultOf } from "../../lib/use-step.ts";
import { PasswordField } from "../../ui/field.tsx";
import { AUTH } from "./words.ts";

/** What is typed when a password is set. */
export interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Nothing typed yet. */
export const NO_PASSWORDS: Passwords = { current: "", next: "", again: "" };

/** The fields of {@link Passwords}, whose refusals are shown beside them. */
export const PASSWORD_FIELDS = ["current", "next", "again"] as const;

/** The fields in which a password is set, with the policy told beforehand; `asksCurrent` asks for the present one as well. */
export function PasswordFields({
  name,
  asksCurrent,
  values,
  fault,
  onChange,
}: {
  name: string;
  asksCurrent: boolean;
  values: Passwords;
  fault: FormFault | null;
  onChange: (values: Passwords) => void;
}) {
  const { t } = useTranslation(AUTH);
  const labels = { current: t("mine.password.current"), next: t("policy.next"), again: t("policy.again") };
  return (
    <>
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      {PASSWORD_FIELDS.filter((field) => asksCurrent || field !== "current").map((field) => (
        <PasswordField
          key={field}
          label={labels[field]}
          hint={field === "next" ? t("policy.hint") : undefined}
          error={faultOf(fault, field)}
          autoComplete={field === "current" ? "current-password" : "new-password"}
          value={values[field]}
          onChange={(event) => onChange({ ...values, [field]: event.target.value })}
          showWord={t("show")}
          hideWord={t("hide")}
          maxLength={128}
        />
      ))}
    </>
  );
}
