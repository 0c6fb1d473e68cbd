import { useTranslation } from "react-i18next";
import { today } from "../../lib/time.ts";
import { EvidenceDetail } from "./evidence.tsx";
import type { Footnotes as Notes } from "./facts-model.ts";
import { LongList } from "./long-list.tsx";

/** Every source of the page by its number, with when it was read and whether anyone checked it. */
export function Footnotes({ footnotes, dataDate }: { footnotes: Notes; dataDate: string | null }) {
  const { t } = useTranslation();
  return (
    <section className="profile-section footnotes">
      <h2>{t("person.footnotes")}</h2>
      <LongList list={{ as: "ol" }}>
        {footnotes.list.map((fact) => (
          <li key={footnotes.numberOf(fact)} className="footnote">
            <span className="footnote-number">{footnotes.numberOf(fact)}</span>
            <div>
              <EvidenceDetail fact={fact} />
            </div>
          </li>
        ))}
      </LongList>
      <p className="print-only secondary">{t("person.printedOn", { date: today(), data: dataDate ?? t("unknown") })}</p>
    </section>
  );
}
