import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Network_InstitutionsDocument } from "../../gql/generated.ts";
import { formatExact, labelOf, nameOf } from "../../lib/format.ts";
import type { NetworkStart } from "../../lib/network-view.ts";
import { PersonPicker, type PickedPerson } from "../../lib/person-picker.tsx";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useFields } from "../../lib/use-directions.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Chip } from "../../ui/chip.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";

const KINDS = ["people", "institution", "field", "search"] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  readonly onStart: (start: NetworkStart) => void;
}

function PeopleStart({ onStart }: Props) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const [people, setPeople] = useState<readonly PickedPerson[]>([]);
  return (
    <>
      {people.length > 0 && (
        <div className="network-chips">
          {people.map((person) => {
            const name = nameOf(person, language);
            return (
              <Chip
                key={person.id}
                label={name}
                removeLabel={t("start.remove", { name })}
                onRemove={() => setPeople(people.filter(({ id }) => id !== person.id))}
              />
            );
          })}
        </div>
      )}
      <PersonPicker
        key={people.length}
        label={t("start.person")}
        picked={null}
        error={null}
        withAuthors
        onPick={(person) => person !== null && setPeople([...people.filter(({ id }) => id !== person.id), person])}
      />
      <button
        type="button"
        className="button button-primary"
        disabled={people.length === 0}
        onClick={() => onStart({ kind: "people", ids: people.map(({ id }) => id) })}
      >
        {t("start.go")}
      </button>
    </>
  );
}

function InstitutionStart({ onStart }: Props) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const [typed, setTyped] = useState("");
  const contains = useDebounced(typed.trim(), 200);
  const { data } = useGraphql(Network_InstitutionsDocument, { contains }, { enabled: contains !== "", keepPrevious: true });
  const values = contains === "" ? [] : (data?.scientists.facets[0]?.values ?? []);
  return (
    <div className="picker">
      <TextField
        label={t("start.institution")}
        hint={t("start.institutionHint")}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="picker-list" aria-label={t("start.institution")}>
        {values.map((value) => (
          <li key={value.id}>
            <button type="button" className="picker-option" onClick={() => onStart({ kind: "institution", id: value.id })}>
              <strong>{labelOf(value, language)}</strong>
              <span className="cell-note">{t("people", { count: value.count, n: formatExact(value.count) })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="form-note" role="status">
        {contains !== "" && data !== undefined && values.length === 0 ? t("start.institutionNone") : ""}
      </p>
    </div>
  );
}

function FieldStart({ onStart }: Props) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const { data } = useFields();
  const fields = data?.fields ?? [];
  const schemes = [...new Set(fields.map(({ scheme }) => scheme))];
  return (
    <SelectField
      label={t("start.field")}
      value=""
      onChange={(event) => event.target.value !== "" && onStart({ kind: "field", id: event.target.value })}
    >
      <option value="">{t("start.choose")}</option>
      {schemes.map((scheme) => (
        <optgroup key={scheme} label={t(`start.scheme.${scheme}`)}>
          {fields
            .filter((field) => field.scheme === scheme)
            .map((field) => (
              <option key={field.id} value={field.id}>
                {nameOf(field, language)}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function SearchStart({ onStart }: Props) {
  const { t } = useTranslation("network");
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== "") onStart({ kind: "search", query: typed.trim() });
  };
  return (
    <form className="network-form" onSubmit={send}>
      <TextField
        label={t("start.search")}
        hint={t("start.searchHint")}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="button button-primary" disabled={typed.trim() === ""}>
        {t("start.go")}
      </button>
    </form>
  );
}

const FORMS = { people: PeopleStart, institution: InstitutionStart, field: FieldStart, search: SearchStart } as const;

/** Chooses whose network is shown: people, an institution, a field, or what a search finds. */
export function StartPanel({ onStart }: Props) {
  const { t } = useTranslation("network");
  const [kind, setKind] = useState<Kind>("people");
  const Start = FORMS[kind];
  return (
    <div className="network-start">
      <fieldset className="network-segments">
        <legend className="visually-hidden">{t("start.title")}</legend>
        {KINDS.map((one) => (
          <label key={one} className="network-segment">
            <input type="radio" name="network-start" checked={one === kind} onChange={() => setKind(one)} />
            <span>{t(`start.kind.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <Start onStart={onStart} />
    </div>
  );
}
