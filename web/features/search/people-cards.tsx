import { useTranslation } from "react-i18next";
import { placeLabel, yearOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmploymentCell, FieldsCell } from "./cells.tsx";
import { PickBox } from "./people-table.tsx";
import { MatchReasons, PersonName } from "./person-name.tsx";
import type { PersonEdge } from "./use-people.ts";

function Card({ edge, picks, onPick }: { edge: PersonEdge; picks: readonly string[]; onPick: (picks: readonly string[]) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { node } = edge;
  const year = yearOf(node.birthDate);
  const born = [year, placeLabel(node.birthPlace, language)].filter(Boolean).join(" · ");
  return (
    <li className="person-card" data-picked={picks.includes(node.id)}>
      <PickBox edge={edge} picks={picks} onPick={onPick} />
      <div className="person-card-body">
        <div>
          <PersonName edge={edge} />
        </div>
        <div>
          {node.latestEmployment ? (
            <EmploymentCell person={node} />
          ) : (
            <span className="secondary">{t("filter.chipOf", { key: t("column.employment"), value: t("unknown") })}</span>
          )}
        </div>
        <div className="secondary">{t("filter.chipOf", { key: t("person.born"), value: born || t("unknown") })}</div>
        {node.fields.length > 0 && <FieldsCell person={node} />}
        <MatchReasons edge={edge} />
      </div>
    </li>
  );
}

/** The list as cards, for a phone. */
export function PeopleCards({
  edges,
  picks,
  onPick,
}: {
  edges: readonly PersonEdge[] | undefined;
  picks: readonly string[];
  onPick: (picks: readonly string[]) => void;
}) {
  if (!edges)
    return (
      <ul className="person-cards" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <li key={row} className="person-card">
            <span className="skeleton" style={{ height: 96, flex: 1 }} />
          </li>
        ))}
      </ul>
    );
  return (
    <ul className="person-cards">
      {edges.map((edge) => (
        <Card key={edge.node.id} edge={edge} picks={picks} onPick={onPick} />
      ))}
    </ul>
  );
}
