import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Institutions_FindDocument, type Institutions_FindQuery } from "../gql/generated.ts";
import { TextField } from "../ui/field.tsx";
import { labelOf } from "./format.ts";
import { useDebounced } from "./use-debounced.ts";
import { useGraphql } from "./use-graphql.ts";
import { useLanguage } from "./use-language.ts";
import "../styles/picker.css";

/** An institution that was picked, by the name that was shown. */
export interface PickedInstitution {
  readonly id: string;
  readonly name: string;
}

/** Each institution once, with those who work there before those who studied there. */
function institutionsOf(data: Institutions_FindQuery | undefined): Found[] {
  const byId = new Map<string, Found>();
  for (const facet of data?.scientists.facets ?? []) for (const value of facet.values) if (!byId.has(value.id)) byId.set(value.id, value);
  return [...byId.values()];
}

type Found = Institutions_FindQuery["scientists"]["facets"][number]["values"][number];

interface Props {
  label: string;
  picked: PickedInstitution | null;
  error: string | null;
  onPick: (institution: PickedInstitution | null) => void;
}

/** Finds an institution by part of its name, among those where people of the map work or studied; the one picked can be changed again. */
export function InstitutionPicker({ label, picked, error, onPick }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const contains = useDebounced(typed.trim(), 200);
  const { data } = useGraphql(Institutions_FindDocument, { contains }, { enabled: contains !== "" && picked === null, keepPrevious: true });
  if (picked)
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <span className="picker-picked">
          <strong>{picked.name}</strong>
          <button type="button" className="text-button" onClick={() => onPick(null)}>
            {t("picker.change")}
          </button>
        </span>
      </div>
    );
  const found = contains === "" ? [] : institutionsOf(data);
  return (
    <div className="picker">
      <TextField
        label={label}
        hint={t("institutionPicker.hint")}
        error={error}
        type="search"
        autoComplete="off"
        aria-controls={listId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={listId} className="picker-list" aria-label={t("institutionPicker.found")}>
        {found.map((value) => (
          <li key={value.id}>
            <button type="button" className="picker-option" onClick={() => onPick({ id: value.id, name: labelOf(value, language) })}>
              <strong>{labelOf(value, language)}</strong>{" "}
              <span className="secondary">{t("institutionPicker.people", { count: value.count })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="form-note" role="status">
        {contains !== "" && data && found.length === 0 ? t("institutionPicker.none") : ""}
      </p>
    </div>
  );
}
