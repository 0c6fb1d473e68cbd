import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { nameOf, otherNameOf } from "../../lib/format.ts";
import { splitHighlight } from "../../lib/match.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Highlighted } from "../../ui/highlighted.tsx";
import type { PersonEdge } from "./use-people.ts";

/** More reasons than this say nothing more. */
const SHOWN_REASONS = 3;

/** Why a person matched, with the matching part marked. */
export function MatchReasons({ edge }: { edge: PersonEdge }) {
  const { t, i18n } = useTranslation();
  if (edge.matched.length === 0) return null;
  return (
    <ul className="reasons" aria-label={t("list.matched")}>
      {edge.matched.slice(0, SHOWN_REASONS).map((reason) => (
        <li key={`${reason.field}-${reason.text}-${reason.start}`}>
          <span className="reasons-key">{i18n.exists(`match.${reason.field}`) ? t(`match.${reason.field}`) : reason.field}</span>
          <Highlighted {...splitHighlight(reason)} />
        </li>
      ))}
    </ul>
  );
}

/** Both names, whether dead, and the tie to 四川 or 重庆. */
export function PersonName({ edge }: { edge: PersonEdge }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { node } = edge;
  const tie = node.sichuanChongqingTies[0];
  return (
    <>
      <span className="person-name">
        <Link to={`/scientists/${node.id}`}>{nameOf(node, language) || t("unknown")}</Link>
        {node.deathDate && <span className="badge">{t("filter.deceased")}</span>}
        {tie && (
          <span className="badge badge-tie" title={node.sichuanChongqingTies.map((one) => t(`tie.${one}`)).join(" · ")}>
            {t(`tieShort.${tie}`)}
          </span>
        )}
      </span>
      {otherNameOf(node, language) && <span className="cell-note">{otherNameOf(node, language)}</span>}
    </>
  );
}
