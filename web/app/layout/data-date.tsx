import { useTranslation } from "react-i18next";
import { Shell_StatusDocument } from "../../gql/generated.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

/** The date up to which sources were read. */
export function DataDate() {
  const { t } = useTranslation();
  const { data } = useGraphql(Shell_StatusDocument, {});
  const date = data?.dataStatus.dataDate;
  return <span className="header-date secondary">{date ? t("header.dataDate", { date }) : ""}</span>;
}
