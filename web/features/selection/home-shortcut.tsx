import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Selection_ProvincesDocument } from "../../gql/generated.ts";
import { chosen, withValues } from "../../lib/url-state.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import type { SelectionInUrl } from "../../lib/use-selection.ts";

/** GB/T 2260 codes of 重庆 and 四川. */
const CODES = ["500000", "510000"];

/** One press for what is asked most: people born in, or with ancestral home in, 四川 or 重庆. */
export function HomeShortcut({ selection }: { selection: SelectionInUrl }) {
  const { t } = useTranslation();
  const { data } = useGraphql(Selection_ProvincesDocument, {}, { staleTime: Number.POSITIVE_INFINITY });
  const ids = (data?.places ?? []).filter((place) => CODES.includes(place.code ?? "")).map((place) => place.id);
  const now = chosen(selection.filter, "homeRegions");
  const on = ids.length > 0 && ids.every((id) => now.includes(id)) && now.length === ids.length;
  const href = selection.hrefOf({ query: selection.query, filter: withValues(selection.filter, "homeRegions", on ? [] : ids) });
  return (
    <div className="home-shortcut">
      <Link className="button" aria-current={on ? "true" : undefined} to={href} preventScrollReset aria-disabled={ids.length === 0}>
        {t("filter.sichuanChongqing")}
      </Link>
    </div>
  );
}
