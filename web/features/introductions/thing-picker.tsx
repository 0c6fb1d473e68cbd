import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Introductions_FindThingsDocument,
  Introductions_InstitutionDocument,
  Introductions_PeopleDocument,
  Introductions_PlaceDocument,
} from "../../gql/generated.ts";
import { labelOf, nameOf, placeLabel } from "../../lib/format.ts";
import { InstitutionPicker } from "../../lib/institution-picker.tsx";
import { PersonPicker } from "../../lib/person-picker.tsx";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Chip } from "../../ui/chip.tsx";
import { TextField } from "../../ui/field.tsx";
import { personName } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";
import "../../styles/picker.css";

/** Kinds of things that can be chosen by name. */
export type ThingKind = "people" | "institutions" | "places";

/** The facet whose values are places where somebody works. */
const FACET = "workPlaces";
const NEVER_STALE = Number.POSITIVE_INFINITY;

/** The name of a person, institution or place; the id when nobody has it any more. */
function useThingName(kind: ThingKind, id: string): string {
  const language = useLanguage();
  const once = { staleTime: NEVER_STALE };
  const people = useGraphql(Introductions_PeopleDocument, { ids: [id] }, { ...once, enabled: kind === "people" });
  const institution = useGraphql(Introductions_InstitutionDocument, { id }, { ...once, enabled: kind === "institutions" });
  const place = useGraphql(Introductions_PlaceDocument, { id }, { ...once, enabled: kind === "places" });
  const [person] = people.data?.networkPeople ?? [];
  if (kind === "people") return person ? personName(person, language) : people.data ? id : "…";
  if (kind === "institutions") return nameOf(institution.data?.institution, language) || (institution.data ? id : "…");
  return placeLabel(place.data?.place, language) || (place.data ? id : "…");
}

function ChosenThing({ kind, id, onRemove }: { kind: ThingKind; id: string; onRemove: () => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const name = useThingName(kind, id);
  return <Chip label={name} removeLabel={t("chosen.remove", { name })} onRemove={onRemove} />;
}

/** Finds a place where somebody of the map works, by name. */
function PlacePicker({ label, onPick }: { label: string; onPick: (id: string) => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const contains = useDebounced(typed.trim(), 200);
  const variables = { keys: [FACET], contains };
  const { data } = useGraphql(Introductions_FindThingsDocument, variables, { enabled: contains !== "", keepPrevious: true });
  const values = contains === "" ? [] : (data?.scientists.facets[0]?.values ?? []);
  return (
    <div className="picker">
      <TextField
        label={label}
        type="search"
        autoComplete="off"
        aria-controls={listId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={listId} className="picker-list" aria-label={t("chosen.found")}>
        {values.map((value) => (
          <li key={value.id}>
            <button type="button" className="picker-option" onClick={() => onPick(value.id)}>
              <strong>{labelOf(value, language)}</strong>
              <span className="cell-note">{t("chosen.count", { count: value.count })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="form-note" role="status">
        {contains !== "" && data && values.length === 0 ? t("chosen.nothing") : ""}
      </p>
    </div>
  );
}

function Picker({ kind, label, onPick }: { kind: ThingKind; label: string; onPick: (id: string) => void }) {
  const pick = (picked: { readonly id: string } | null) => picked && onPick(picked.id);
  if (kind === "people") return <PersonPicker label={label} picked={null} error={null} withAuthors onPick={pick} />;
  if (kind === "institutions") return <InstitutionPicker label={label} picked={null} error={null} onPick={pick} />;
  return <PlacePicker label={label} onPick={onPick} />;
}

/** Several people, institutions or places: those that are chosen, and the way to find more. */
export function ThingsField({
  kind,
  label,
  ids,
  onIds,
}: {
  kind: ThingKind;
  label: string;
  ids: readonly string[];
  onIds: (ids: readonly string[]) => void;
}) {
  const add = (id: string) => onIds(ids.includes(id) ? ids : [...ids, id]);
  return (
    <div className="intro-things">
      {/* A picker for each one: what was typed for the one before is gone with it. */}
      <Picker key={ids.length} kind={kind} label={label} onPick={add} />
      {ids.length > 0 && (
        <div className="intro-chips">
          {ids.map((id) => (
            <ChosenThing key={id} kind={kind} id={id} onRemove={() => onIds(ids.filter((each) => each !== id))} />
          ))}
        </div>
      )}
    </div>
  );
}
