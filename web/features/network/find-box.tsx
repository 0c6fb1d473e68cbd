import { useEffect, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Network_FindDocument } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type Person, shownName } from "./person.ts";

const MOST_LISTED = 8;

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Finds somebody in the network by name, pinyin or initials: the server reads names, and only who is here is listed. */
export function FindBox({
  ids,
  people,
  onFound,
}: {
  ids: readonly string[];
  people: ReadonlyMap<string, Person>;
  onFound: (id: string) => void;
}) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const query = useDebounced(typed.trim(), 200);
  const { data } = useGraphql(Network_FindDocument, { query }, { enabled: query !== "", keepPrevious: true });
  const found = useMemo(() => {
    if (query === "") return [];
    const shown = new Set(ids);
    const wanted = folded(query);
    const here = ids.filter((id) => {
      const person = people.get(id);
      return person !== undefined && [person.name, person.nameZh, person.nameEn].some((name) => name && folded(name).includes(wanted));
    });
    const read = data?.scientists.edges.map(({ node }) => node.id).filter((id) => shown.has(id)) ?? [];
    return [...new Set([...here, ...read])];
  }, [query, ids, people, data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts at the first match again
  useEffect(() => setAt(0), [query]);
  const take = (id: string | undefined): void => {
    if (id === undefined) return;
    setTyped("");
    onFound(id);
  };
  const listed = found.slice(0, MOST_LISTED);
  return (
    <search className="network-find">
      <input
        className="input"
        type="search"
        role="combobox"
        aria-label={t("tool.find")}
        aria-expanded={listed.length > 0}
        aria-controls={listId}
        aria-activedescendant={listed[at] === undefined ? undefined : `${listId}-${at}`}
        placeholder={t("tool.findHint")}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(at + 1, listed.length - 1));
          else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          else if (event.key === "Enter") take(listed[at]);
          else if (event.key === "Escape") setTyped("");
          else return;
          event.preventDefault();
        }}
      />
      {query !== "" && typed.trim() !== "" && (
        <div className="network-found">
          <p className="secondary" role="status">
            {found.length === 0 ? t("tool.foundNone") : t("tool.found", { n: formatExact(found.length) })}
          </p>
          <div id={listId} role="listbox" aria-label={t("tool.find")}>
            {listed.map((id, index) => {
              const person = people.get(id);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box above moves through the options by keyboard
                <div key={id} id={`${listId}-${index}`} role="option" tabIndex={-1} aria-selected={index === at} onClick={() => take(id)}>
                  {person === undefined ? id : shownName(person, language)}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </search>
  );
}
