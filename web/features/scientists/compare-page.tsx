import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Scientists_ProfileDocument } from "../../gql/generated.ts";
import { nameOf, otherNameOf } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { useFields } from "../../lib/use-directions.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { CompareCell } from "./compare-cell.tsx";
import { COMPARE_ROWS, COMPARED, type CompareRow, comparedIds } from "./compare-model.ts";
import { PageFailed, PageMissing } from "./page-trouble.tsx";
import type { Person } from "./person-types.ts";
import "./compare.css";

function PersonHeading({ person, missing, href }: { person: Person | null | undefined; missing: boolean; href: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (missing) return <>{t("compare.missing")}</>;
  if (!person) return <span className="skeleton" style={{ height: 22, width: 96 }} />;
  const name = nameOf(person, language) || t("unknown");
  return (
    <div className="compare-heading">
      <div>
        <Link to={`/scientists/${person.id}`}>{name}</Link>
        <span className="secondary">{otherNameOf(person, language)}</span>
      </div>
      <Link className="chip-remove" to={href} aria-label={t("compare.removeFrom", { name })} title={t("compare.removeFrom", { name })}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="m3 3 6 6M9 3 3 9" />
        </svg>
      </Link>
    </div>
  );
}

/** Undefined while a person is on the way, null when there is no such person. */
type Compared = Person | null | undefined;

function Cell({ person, row }: { person: Compared; row: CompareRow }) {
  if (person) return <CompareCell person={person} row={row} />;
  return person === undefined && <span className="skeleton" style={{ height: 46 }} />;
}

/** Everybody, or nobody yet: were they shown one by one, every arrival would push the rows about. So would the fields' names. */
function whenAllCame(people: readonly Compared[], fieldsAwaited: boolean): readonly Compared[] {
  return fieldsAwaited || people.includes(undefined) ? people.map(() => undefined) : people;
}

function Table({ ids, people }: { ids: readonly string[]; people: readonly Compared[] }) {
  const { t } = useTranslation();
  const working = useMay("READ_WORKING_DATA");
  const rows = COMPARE_ROWS.filter((row) => working || row !== "tier");
  const without = (id: string) => `/compare?ids=${ids.filter((other) => other !== id).join(",")}`;
  return (
    <table className={`compare-table compare-table-${ids.length}`}>
      <thead>
        <tr>
          <th scope="col">{t("compare.fact")}</th>
          {ids.map((id, index) => (
            <th key={id} scope="col">
              <PersonHeading person={people[index]} missing={people[index] === null} href={without(id)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`person.${row}`)}</th>
            {ids.map((id, index) => (
              <td key={id}>
                <Cell person={people[index]} row={row} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Two to five people side by side: unknown is said, every cell names its source, nobody is declared the better. */
export function ComparePage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const ids = comparedIds(params);
  const working = useMay("READ_WORKING_DATA");
  const answers = useQueries({ queries: ids.map((id) => graphqlOptions(Scientists_ProfileDocument, { id, working })) });
  const failed = answers.find((answer) => answer.isError && !answer.data);
  const retry = () => answers.forEach((answer) => void answer.refetch());
  const fields = useFields();
  const people = whenAllCame(
    answers.map((answer) => answer.data?.scientist),
    fields.isPending,
  );
  const picking = ids.length > 0 ? `/scientists?pick=${ids.join(",")}` : "/scientists";
  if (ids.length < COMPARED.least) return <PageMissing title={t("compare.tooFew")} detail={t("compare.tooFewDetail")} href={picking} />;
  if (failed) return <PageFailed error={failed.error} retry={retry} />;
  return (
    <div className="compare">
      <PageTitle page={t("compare.title")} product={t("product")} />
      <div className="toolbar">
        <h1>{t("compare.title")}</h1>
        <Link className="button screen-only" to={picking}>
          {t("action.goToPeople")}
        </Link>
      </div>
      <section className="compare-scroller" aria-label={t("compare.title")} tabIndex={-1}>
        <Table key={String(people.includes(undefined))} ids={ids} people={people} />
      </section>
    </div>
  );
}
