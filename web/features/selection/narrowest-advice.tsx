import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Selection_CountDocument } from "../../gql/generated.ts";
import { formatCount } from "../../lib/format.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useSelection } from "../../lib/use-selection.ts";
import { activeChips } from "./active-chips.ts";
import { useFacets } from "./use-facets.ts";
import { useChipLabel } from "./use-labels.ts";

/** More conditions than this are not tried one by one. */
const TRIED = 8;

/** For a selection with nobody in it: each condition whose removal would find people, the one that helps most first. */
export function NarrowestAdvice() {
  const { t } = useTranslation();
  const language = useLanguage();
  const selection = useSelection();
  const facets = useFacets(selection);
  const chips = activeChips(selection, facets.data?.scientists.interpretation ?? []).slice(0, TRIED);
  const label = useChipLabel(selection, chips);
  const counts = useQueries({
    queries: chips.map(({ without }) => graphqlOptions(Selection_CountDocument, { query: without.query || null, filter: without.filter })),
  });
  const ways = chips
    .map((chip, index) => ({ chip, count: counts[index]?.data?.scientists.totalCount ?? 0 }))
    .filter((way) => way.count > 0)
    .sort((one, other) => other.count - one.count);
  if (chips.length === 0 || counts.some((count) => count.isPending)) return null;
  if (ways.length === 0) {
    return (
      <Link className="button" to={selection.hrefOf({ query: "", filter: {} })}>
        {t("action.clearAll")}
      </Link>
    );
  }
  return (
    <div>
      <p className="secondary">{t("list.emptyAdvice")}</p>
      <ul className="advice">
        {ways.map(({ chip, count }) => (
          <li key={chip.id}>
            <Link className="button" to={selection.hrefOf(chip.without)}>
              {t("list.dropFilter", { chip: label(chip).value })}
              <span className="secondary">{t("people", { count, n: formatCount(count, language) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
