import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import type { Scene } from "./scene.ts";

/** How much of the network is on the screen, and what was left out and why. */
export function BudgetLine({ scene, people, links, onRestore }: { scene: Scene; people: number; links: number; onRestore: () => void }) {
  const { t } = useTranslation("network");
  const { omitted, ids, hidden } = scene;
  const filtered = ids.length - people;
  const parts = [
    omitted.nodes > 0 && t("budget.omitted", { n: formatExact(omitted.nodes) }),
    omitted.edges > 0 && omitted.nodes === 0 && t("budget.omittedLinks", { n: formatExact(omitted.edges) }),
    filtered > 0 && t("budget.filtered", { n: formatExact(filtered) }),
  ].filter((part) => part !== false);
  return (
    <div className="network-budget" role="status">
      <p>
        <strong>{t("budget.shown", { people: formatExact(people), links: formatExact(links) })}</strong>
        {parts.length > 0 && <span className="secondary"> {parts.join(t("sep"))}</span>}
      </p>
      {hidden.length > 0 && (
        <p className="secondary">
          {t("budget.hidden", { n: formatExact(hidden.length) })}{" "}
          <button type="button" className="text-button" onClick={onRestore}>
            {t("budget.restore")}
          </button>
        </p>
      )}
      {omitted.cuts.length > 0 && (
        <details className="secondary">
          <summary>{t("budget.cuts")}</summary>
          <ul>
            {[...new Set(omitted.cuts)].map((cut) => (
              <li key={cut}>{cut}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
