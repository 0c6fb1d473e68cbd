import { type ReactNode, useCallback, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDismiss } from "../../ui/use-dismiss.ts";
import type { Footnotes } from "./facts-model.ts";
import type { SourcedFact } from "./person-types.ts";

/** Whether somebody checked a fact against its source. Retrieved is never shown as verified. */
export function Verification({ fact }: { fact: SourcedFact }) {
  const { t } = useTranslation();
  // Not asked for: the role does not see what the office has checked.
  if (fact.verifiedBy === undefined) return null;
  if (fact.verifiedBy && fact.verifiedOn)
    return <span className="badge badge-success">{t("evidence.verified", { name: fact.verifiedBy, date: fact.verifiedOn })}</span>;
  return <span className="badge badge-warning">{t("evidence.unverified")}</span>;
}

/** An address as text that can be opened; the page it opens does not learn where one came from. */
export function ExternalAddress({ url }: { url: string }) {
  return (
    <a className="address" href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}

/** Everything known of where a fact comes from. */
export function EvidenceDetail({ fact }: { fact: SourcedFact }) {
  const { t } = useTranslation();
  const rated = fact.confidence === null ? t("evidence.noConfidence") : t("evidence.confidence", { value: fact.confidence?.toFixed(2) });
  const confidence = fact.confidence === undefined ? [] : [rated];
  return (
    <>
      <p className="evidence-title">{fact.source.title}</p>
      <p className="secondary">
        {[fact.source.publisher, t("evidence.retrieved", { date: fact.retrievedOn }), ...confidence].join(" · ")}{" "}
        <Verification fact={fact} />
      </p>
      <ExternalAddress url={fact.url ?? fact.source.url} />
    </>
  );
}

interface LineProps {
  /** The value and, after it, its precision or date. */
  children: ReactNode;
  facts: readonly SourcedFact[];
  footnotes: Footnotes;
  /** More about the value, on lines of its own. */
  below?: ReactNode;
  /** Set where sources disagree: whether this account is the one in use. */
  conflict?: "inUse" | "other" | undefined;
}

/** One line of a fact with its source marks; a mark opens the evidence beneath the line. */
export function FactLine({ children, facts, footnotes, below, conflict }: LineProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const id = useId();
  const line = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(null), []);
  useDismiss(open !== null, line, close, false);
  const numbers = [...new Set(facts.map(footnotes.numberOf))].filter((number) => number > 0);
  const shown = facts.find((fact) => footnotes.numberOf(fact) === open);
  return (
    <div className="fact-line" data-conflict={conflict} ref={line}>
      <div className="fact-value">
        {children}
        {conflict && (
          <span className={conflict === "inUse" ? "badge badge-success" : "badge"}>
            {t(conflict === "inUse" ? "person.inUse" : "person.notInUse")}
          </span>
        )}
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            className="source-mark"
            aria-expanded={open === number}
            aria-controls={id}
            aria-label={t("person.openSource", { n: number })}
            title={t("person.openSource", { n: number })}
            onClick={() => setOpen(open === number ? null : number)}
          >
            {number}
          </button>
        ))}
      </div>
      {below}
      <div id={id} className="evidence screen-only" hidden={!shown}>
        {shown && (
          <>
            <p className="secondary">
              {t("evidence.value")}: <q>{shown.value}</q>
            </p>
            <EvidenceDetail fact={shown} />
          </>
        )}
      </div>
    </div>
  );
}
