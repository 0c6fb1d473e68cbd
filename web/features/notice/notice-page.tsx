import { useTranslation } from "react-i18next";
import { Notice_RegistryDocument } from "../../gql/generated.ts";
import { useSession } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { type Purpose, purposesOf } from "./purposes.ts";
import { NOTICE } from "./words.ts";
import "../../styles/notice.css";
import { RecordsTable } from "../../ui/records-table.tsx";

/** Sections of the text that stand before and after the list of purposes. */
const BEFORE = ["who", "what", "sources"] as const;
const AFTER = ["who-sees", "keeping", "rights", "users"] as const;

function Section({ name }: { name: string }) {
  const { t } = useTranslation(NOTICE);
  return (
    <section>
      <h2>{t(`${name}.title`)}</h2>
      <p>{t(`${name}.text`)}</p>
    </section>
  );
}

function PurposeRow({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation(NOTICE);
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        {language === "zh" ? purpose.purposeZh : purpose.purposeEn}
        <span className="cell-note mono">{purpose.fields.join(", ")}</span>
      </th>
      <td data-label={t("column.class")}>{t(`class.${purpose.fieldClass}`)}</td>
      <td data-label={t("column.basis")}>{t(`basis.${purpose.lawfulBasis}`)}</td>
      <td data-label={t("column.keep")}>
        {purpose.retentionDays === null ? t("keepRecord") : t("keepDays", { count: purpose.retentionDays })}
      </td>
    </tr>
  );
}

/** Purposes field by field, for people who are signed in; anybody else reads them in words. */
function Registry() {
  const { t } = useTranslation(NOTICE);
  const { data } = useGraphql(Notice_RegistryDocument, {});
  if (!data) return null;
  return (
    <section>
      <h2>{t("registry.title")}</h2>
      <RecordsTable title={t("registry.title")} columns={[t("column.purpose"), t("column.class"), t("column.basis"), t("column.keep")]}>
        {purposesOf(data.dataRegistry).map((purpose) => (
          <PurposeRow key={purpose.fields.join()} purpose={purpose} />
        ))}
      </RecordsTable>
    </section>
  );
}

/** The privacy notice: which data, what for, on what basis, for how long, and which rights. Open to anybody. */
export function NoticePage() {
  const { t } = useTranslation(NOTICE);
  const { session } = useSession();
  const reads = session.state === "SIGNED_IN" && session.viewer?.role != null;
  return (
    <article className="page page-narrow notice-page">
      <PageTitle page={t("title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p className="secondary">{t("version", { version: session.notice.version })}</p>
      </header>
      {BEFORE.map((name) => (
        <Section key={name} name={name} />
      ))}
      <section>
        <h2>{t("purposes.title")}</h2>
        <ul className="notice-list">
          {(["find", "match", "contact", "handle"] as const).map((purpose) => (
            <li key={purpose}>{t(`purposes.${purpose}`)}</li>
          ))}
        </ul>
      </section>
      {reads && <Registry />}
      {AFTER.map((name) => (
        <Section key={name} name={name} />
      ))}
    </article>
  );
}
