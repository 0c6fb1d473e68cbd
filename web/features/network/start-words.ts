import { useTranslation } from "react-i18next";
import { Network_InstitutionNameDocument, Network_TeamNameDocument } from "../../gql/generated.ts";
import { formatExact, nameOf } from "../../lib/format.ts";
import type { NetworkStart } from "../../lib/network-view.ts";
import { useMay } from "../../lib/session.ts";
import { useFields } from "../../lib/use-directions.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type Person, shownName } from "./person.ts";

/** Whose network is shown, in words. */
export function useStartWords(start: NetworkStart | null, people: ReadonlyMap<string, Person>): string {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const mayReadTeams = useMay("KEEP_TEAMS");
  const { data: fields } = useFields();
  const institution = start?.kind === "institution" ? start.id : "";
  const { data } = useGraphql(Network_InstitutionNameDocument, { id: institution }, { enabled: institution !== "" });
  const team = start?.kind === "team" ? start.id : "";
  const named = useGraphql(Network_TeamNameDocument, { id: team }, { enabled: team !== "" && mayReadTeams });
  if (start === null) return "";
  if (start.kind === "people") {
    const first = people.get(start.ids[0] ?? "");
    const name = first === undefined ? "…" : shownName(first, language);
    return t(start.ids.length > 1 ? "start.now.people" : "start.now.person", { name, n: formatExact(start.ids.length) });
  }
  if (start.kind === "institution") return t("start.now.institution", { name: nameOf(data?.institution, language) || "…" });
  if (start.kind === "field") {
    const field = fields?.fields.find(({ id }) => id === start.id);
    return t("start.now.field", { name: nameOf(field, language) || "…" });
  }
  if (start.kind === "team") {
    const name = named.data?.team?.name;
    return name === undefined ? t("start.now.team") : t("start.now.teamNamed", { name });
  }
  return start.query ? t("start.now.query", { query: start.query }) : t("start.now.search");
}
