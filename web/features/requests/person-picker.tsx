import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Requests_FindPersonDocument, type Requests_FindPersonQuery } from "../../gql/generated.ts";
import { nameOf, otherNameOf } from "../../lib/format.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { TextField } from "../../ui/field.tsx";
import { REQUESTS } from "./words.ts";

/** Whom a request is about. */
export interface PickedPerson {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

type Found = Requests_FindPersonQuery["scientists"]["edges"][number]["node"];

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

/** Finds the person concerned by name; whoever is picked can be changed again. */
export function PersonPicker({
  picked,
  error,
  onPick,
}: {
  picked: PickedPerson | null;
  error: string | null;
  onPick: (person: PickedPerson | null) => void;
}) {
  const { t } = useTranslation(REQUESTS);
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const query = useDebounced(typed.trim(), 200);
  const { data } = useGraphql(Requests_FindPersonDocument, { query }, { enabled: query !== "" && picked === null, keepPrevious: true });
  if (picked)
    return (
      <div className="field">
        <span className="field-label">{t("form.person")}</span>
        <span className="picker-picked">
          <strong>{nameOf(picked, language) || picked.id}</strong>
          <button type="button" className="text-button" onClick={() => onPick(null)}>
            {t("form.changePerson")}
          </button>
        </span>
      </div>
    );
  const people = query === "" ? [] : (data?.scientists.edges ?? []);
  return (
    <div className="picker">
      <TextField
        label={t("form.person")}
        hint={t("form.personHint")}
        error={error}
        type="search"
        autoComplete="off"
        aria-controls={listId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={listId} className="picker-list" aria-label={t("form.found")}>
        {people.map(({ node }) => (
          <Option key={node.id} person={node} onPick={() => onPick(node)} />
        ))}
      </ul>
      <p className="form-note" role="status">
        {query !== "" && data?.scientists.totalCount === 0 ? t("form.nobody") : ""}
      </p>
    </div>
  );
}
