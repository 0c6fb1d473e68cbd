import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { People_FindDocument, type People_FindQuery } from "../gql/generated.ts";
import { TextField } from "../ui/field.tsx";
import { nameOf, otherNameOf } from "./format.ts";
import { useDebounced } from "./use-debounced.ts";
import { useGraphql } from "./use-graphql.ts";
import { useLanguage } from "./use-language.ts";
import "../styles/picker.css";

/** A person of the map that was picked. */
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

/** Finds a person of the map by name; whoever is picked can be changed again. */
export function PersonPicker({
  label,
  picked,
  error,
  onPick,
}: {
  label: string;
  picked: PickedPerson | null;
  error: string | null;
  onPick: (person: PickedPerson | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const query = useDebounced(typed.trim(), 200);
  const { data } = useGraphql(People_FindDocument, { query }, { enabled: query !== "" && picked === null, keepPrevious: true });
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
      </ul>
      <p className="form-note" role="status">
        {query !== "" && data?.scientists.totalCount === 0 ? t("picker.nobody") : ""}
      </p>
    </div>
  );
}
