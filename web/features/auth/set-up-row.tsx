import { useTranslation } from "react-i18next";
import type { Role } from "../../gql/generated.ts";
import { WORKING_ROLES } from "../../lib/roles.ts";
import { PasswordField, SelectField, TextField } from "../../ui/field.tsx";
import type { SetUpAccount, SetUpFault } from "./set-up-model.ts";
import { AUTH } from "./words.ts";

interface Props {
  account: SetUpAccount;
  faults: Record<string, SetUpFault>;
  onChange: (part: Partial<SetUpAccount>) => void;
  onRemove: () => void;
}

/** One account of the set-up form; errors stand at the field they are about. */
export function SetUpRow({ account, faults, onChange, onRemove }: Props) {
  const { t } = useTranslation(AUTH);
  const { key, name, displayName, role, password, fixed } = account;
  const error = (field: string) => {
    const fault = faults[`${key}.${field}`];
    return fault ? t(`setUp.fault.${fault}`) : null;
  };
  const choose = (chosen: string) => {
    const found: Role | undefined = WORKING_ROLES.find((one) => one === chosen);
    if (found) onChange({ role: found });
  };
  return (
    <fieldset className="auth-row">
      <legend>
        {t(`role.${role}`)}
        {!fixed && (
          <button type="button" className="text-button" onClick={onRemove}>
            {t("setUp.remove")}
          </button>
        )}
      </legend>
      <p className="form-note">{t(`setUp.roleNote.${role}`)}</p>
      <div className="auth-row-fields">
        {!fixed && (
          <SelectField label={t("setUp.role")} value={role} onChange={(event) => choose(event.target.value)}>
            {WORKING_ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={t("setUp.name")}
          error={error("name")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <TextField
          label={t("setUp.displayName")}
          error={error("displayName")}
          autoComplete="off"
          maxLength={40}
          value={displayName}
          onChange={(event) => onChange({ displayName: event.target.value })}
        />
        <PasswordField
          label={t("password.password")}
          error={error("password")}
          showWord={t("show")}
          hideWord={t("hide")}
          autoComplete="new-password"
          maxLength={128}
          value={password}
          onChange={(event) => onChange({ password: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
