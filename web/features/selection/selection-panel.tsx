import { useTranslation } from "react-i18next";
import { errorSentence } from "../../lib/error-sentence.ts";
import { isListKey } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useSelection } from "../../lib/use-selection.ts";
import { BirthYears } from "./birth-years.tsx";
import { FacetGroup } from "./facet-group.tsx";
import { HomeShortcut } from "./home-shortcut.tsx";
import { LivingChoice } from "./living-choice.tsx";
import { FACET_KEYS, useFacets } from "./use-facets.ts";
import "./selection.css";

/** Facets opened when the panel is first shown; the others are a press away. */
const OPEN_KEYS = ["fields", "homeRegions", "almaMaters", "employers", "countries"];

function PanelSkeleton() {
  return (
    <div className="panel" aria-hidden="true">
      {OPEN_KEYS.map((key) => (
        <div className="facet" key={key}>
          <span className="skeleton" style={{ width: 96, height: 16, margin: "12px 16px" }} />
          {FACET_KEYS.slice(0, 6).map((row) => (
            <span className="skeleton" key={row} style={{ height: 20, margin: "8px 16px" }} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The filters of a selection: counted facets, the 川渝 shortcut, living or not, and years of birth. */
export function SelectionPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const selection = useSelection();
  const facets = useFacets(selection);
  if (facets.isError && !facets.data)
    return (
      <div className="panel-failed" role="alert">
        <p>{t("filter.failed")}</p>
        <p className="secondary">{errorSentence(facets.error, t, language)}</p>
        <button type="button" className="text-button" onClick={() => void facets.refetch()}>
          {t("action.retry")}
        </button>
      </div>
    );
  if (!facets.data) return <PanelSkeleton />;
  const { facets: groups, totalCount } = facets.data.scientists;
  return (
    <div className="panel" aria-busy={facets.isPlaceholderData}>
      <HomeShortcut selection={selection} />
      {FACET_KEYS.map((key) => {
        const group = groups.find((candidate) => candidate.key === key);
        return group && isListKey(key) ? (
          <FacetGroup
            key={key}
            group={group}
            facetKey={key}
            selection={selection}
            initiallyOpen={OPEN_KEYS.includes(key)}
            nobody={totalCount === 0}
          />
        ) : null;
      })}
      <LivingChoice selection={selection} />
      <BirthYears key={`${selection.filter.birthYears?.from}-${selection.filter.birthYears?.to}`} selection={selection} />
    </div>
  );
}
