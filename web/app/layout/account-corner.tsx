import { useTranslation } from "react-i18next";
import { Shell_StatusDocument } from "../../gql/generated.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";

/** Who is using the product. A local viewer until accounts exist. */
export function AccountCorner() {
  const { t } = useTranslation();
  const { data } = useGraphql(Shell_StatusDocument, {});
  const viewer = data?.viewer;
  const local = !viewer || viewer.id === "local";
  const name = local ? t("header.localViewer") : viewer.name;
  const date = data?.dataStatus.dataDate;
  return (
    <PopoverButton
      className="account-button"
      title={`${t("header.account")}: ${name}`}
      label={<span aria-hidden="true">{name.slice(0, 1)}</span>}
    >
      {() => (
        <div className="account-panel">
          <p>
            <strong>{name}</strong>
          </p>
          {viewer && <p className="secondary">{t(`role.${viewer.role}`)}</p>}
          {local && <p className="secondary">{t("header.localNote")}</p>}
          {date && <p className="secondary">{t("header.dataDate", { date })}</p>}
        </div>
      )}
    </PopoverButton>
  );
}
