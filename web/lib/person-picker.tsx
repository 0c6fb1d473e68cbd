import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { People_FindAuthorsDocument, type People_FindAuthorsQuery, People_FindDocument, type People_FindQuery } from "../gql/generated.ts";
import { TextField } from "../ui/field.tsx";
import { formatExact, nameOf, otherNameOf } from "./format.ts";
import { useDebounced } from "./use-debounced.ts";
import { useGraphql } from "./use-graphql.ts";
import { useLanguage } from "./use-language.ts";
import "../styles/picker.css";

/** A person that was picked: of the map, or an author of imported works. */
export interface PickedPerson {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

type Found = People_FindQuery["scientists"]["edges"][number]["node"];

function Option({ person, onPick }: { person: Found; onPick: () => void }) {
  const language = useLanguage();
  const work = person.latestEmployment;
  return (
    <li>
      <button type="button" className="picker-option" onClick={onPick}>
        <strong>{nameOf(person, language)}</strong> <span className="secondary">{otherNameOf(person, language)}</span>
        {work && <span className="cell-note">{nameOf(work.institution, language) || work.stated}</span>}
      </button>
    </li>
  );
}

type FoundAuthor = People_FindAuthorsQuery["networkAuthors"]["authors"][number];

/** An author with what tells those of one name apart. */
function AuthorOption({ author, onPick }: { author: FoundAuthor; onPick: () => void }) {
  const { t } = useTranslation();
  const { name, works, firstYear, lastYear, affiliations, source } = author;
  const years = firstYear === null ? null : firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`;
  const told = [t("picker.works", { count: works, n: formatExact(works) }), years, ...affiliations, source];
  return (
    <li>
      <button type="button" className="picker-option" onClick={onPick}>
        <strong>{name}</strong> <span className="badge">{t("picker.author")}</span>
        <span className="cell-note">{told.filter((part) => part !== null).join(" · ")}</span>
      </button>
    </li>
  );
}

/** Finds a person of the map by name, and with `withAuthors` authors of imported works as well; whoever is picked can be changed again. */
export function PersonPicker({
  label,
  picked,
  error,
  onPick,
  withAuthors = false,
}: {
  label: string;
  picked: PickedPerson | null;
  error: string | null;
  onPick: (person: PickedPerson | null) => void;
  withAuthors?: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const query = useDebounced(typed.trim(), 200);
  const asking = { enabled: query !== "" && picked === null, keepPrevious: true };
  const { data } = useGraphql(People_FindDocument, { query }, asking);
  const found = useGraphql(People_FindAuthorsDocument, { name: query }, { ...asking, enabled: asking.enabled && withAuthors });
  if (picked)
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <span className="picker-picked">
          <strong>{nameOf(picked, language) || picked.id}</strong>
          <button type="button" className="text-button" onClick={() => onPick(null)}>
            {t("picker.change")}
          </button>
        </span>
      </div>
    );
  const people = query === "" ? [] : (data?.scientists.edges ?? []);
  const authors = query === "" ? undefined : found.data?.networkAuthors;
  const more = (authors?.totalCount ?? 0) - (authors?.authors.length ?? 0);
  const isNobody = query !== "" && data?.scientists.totalCount === 0 && (!withAuthors || authors?.totalCount === 0);
  return (
    <div className="picker">
      <TextField
        label={label}
        hint={t("picker.hint")}
        error={error}
        type="search"
        autoComplete="off"
        aria-controls={listId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={listId} className="picker-list" aria-label={t("picker.found")}>
        {people.map(({ node }) => (
          <Option key={node.id} person={node} onPick={() => onPick(node)} />
        ))}
        {authors?.authors.map((author) => (
          <AuthorOption key={author.id} author={author} onPick={() => onPick({ id: author.id, nameZh: null, nameEn: author.name })} />
        ))}
      </ul>
      <p className="form-note" role="status">
        {isNobody ? t("picker.nobody") : more > 0 ? t("picker.moreAuthors", { count: more, n: formatExact(more) }) : ""}
      </p>
    </div>
  );
}
