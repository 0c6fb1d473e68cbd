import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Accounts_RightsDocument, type Accounts_RightsQuery, type FieldClass } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { ROLES, toRole } from "./roles.ts";
import { ACCOUNTS } from "./words.ts";
import "../../styles/accounts.css";

type Right = Accounts_RightsQuery["rights"][number];

const CLASSES: readonly FieldClass[] = ["PUBLIC", "INTERNAL", "CONTACT", "SENSITIVE"];
const TONES: Record<FieldClass, string> = {
  PUBLIC: "badge-success",
  INTERNAL: "badge-primary",
  CONTACT: "badge-warning",
  SENSITIVE: "badge-danger",
};

function matches(right: Right, params: URLSearchParams): boolean {
  const text = (params.get("q") ?? "").trim().toLowerCase();
  const role = toRole(params.get("role") ?? "");
  const fieldClass = params.get("class") ?? "";
  return (
    right.field.toLowerCase().includes(text) &&
    (role === null || right.roles.includes(role)) &&
    (fieldClass === "" || right.fieldClass === fieldClass)
  );
}

function Filters({ params, set }: { params: URLSearchParams; set: (name: string, value: string) => void }) {
  const { t } = useTranslation(ACCOUNTS);
  return (
    <>
      <input
        className="input accounts-search"
        type="search"
        aria-label={t("rights.find")}
        placeholder={t("rights.find")}
        value={params.get("q") ?? ""}
        onChange={(event) => set("q", event.target.value)}
      />
      <select
        className="select"
        aria-label={t("rights.role")}
        value={params.get("role") ?? ""}
        onChange={(event) => set("role", event.target.value)}
      >
        <option value="">{t("rights.anyRole")}</option>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={t("rights.fieldClass")}
        value={params.get("class") ?? ""}
        onChange={(event) => set("class", event.target.value)}
      >
        <option value="">{t("rights.anyClass")}</option>
        {CLASSES.map((one) => (
          <option key={one} value={one}>
            {t(`rights.class.${one}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function RightsTable({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation(ACCOUNTS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so from the keyboard as well
    <section className="records-box rights-box" aria-label={t("rights.title")} tabIndex={0}>
      <table className="records rights-table">
        <caption className="visually-hidden">{t("rights.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rights.field")}</th>
            <th scope="col">{t("rights.fieldClass")}</th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="rights-role">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map((right) => (
            <tr key={right.field}>
              <th scope="row" className="mono">
                {right.field}
              </th>
              <td data-label={t("rights.fieldClass")}>
                <span>
                  <span className={`badge ${TONES[right.fieldClass]}`}>{t(`rights.class.${right.fieldClass}`)}</span>
                </span>
              </td>
              {ROLES.map((role) => {
                const may = right.roles.includes(role);
                return (
                  <td key={role} className="rights-role" data-label={t(`role.${role}`)} data-may={may}>
                    <span role="img" aria-label={t(may ? "rights.yes" : "rights.no")}>
                      {may ? "✓" : "–"}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table of rights as the server enforces it; filters are in the address. */
export function RightsPage() {
  const { t } = useTranslation(ACCOUNTS);
  const { data, error, refetch } = useGraphql(Accounts_RightsDocument, {});
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const found = useMemo(() => data?.rights.filter((right) => matches(right, params)), [data, params]);
  return (
    <div className="page">
      <PageTitle page={t("rights.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("rights.title")}</h1>
        <p className="secondary">{t("rights.intro")}</p>
      </header>
      <div className="page-tools">
        <Filters params={params} set={set} />
        {found && <span className="secondary">{t("rights.count", { count: found.length })}</span>}
      </div>
      <Arriving ready={found !== undefined} error={error} retry={() => void refetch()} height={480}>
        {found?.length === 0 ? (
          <EmptyState title={t("rights.none")} detail={t("rights.noneDetail")} />
        ) : (
          <RightsTable rights={found ?? []} />
        )}
      </Arriving>
    </div>
  );
}
