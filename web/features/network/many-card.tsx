import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { CloseButton } from "./close-button.tsx";
import { type Person, shownName, workOf } from "./person.ts";

/** Names listed at once; the table has all of them. */
const MOST_LISTED = 100;

/** Several selected people, and what can be done with all of them. */
export function ManyCard({
  ids,
  people,
  onKeep,
  onRemove,
  onPerson,
  onClose,
}: {
  ids: readonly string[];
  people: ReadonlyMap<string, Person>;
  onKeep: () => void;
  onRemove: () => void;
  onPerson: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  return (
    <article className="network-card">
      <header className="network-card-head">
        <h2>{t("many.title", { n: formatExact(ids.length) })}</h2>
        <CloseButton label={t("many.clear")} onClose={onClose} />
      </header>
      <div className="network-deeds">
        <button type="button" className="button" onClick={onKeep}>
          {t("many.keep")}
        </button>
        <button type="button" className="button" onClick={onRemove}>
          {t("many.remove")}
        </button>
      </div>
      <ul className="network-ties">
        {ids.slice(0, MOST_LISTED).map((id) => {
          const person = people.get(id);
          if (person === undefined) return null;
          return (
            <li key={id}>
              <button type="button" onClick={() => onPerson(id)}>
                <span className="network-tie-name">{shownName(person, language)}</span>
                <span className="secondary">{workOf(person, language) ?? ""}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
