import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IntroductionLink, type MeasureKind, Measures_StartDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { InstitutionPicker, type PickedInstitution } from "../../lib/institution-picker.tsx";
import { PersonPicker, type PickedPerson } from "../../lib/person-picker.tsx";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { LinkChoice } from "./link-choice.tsx";
import { MEASURES } from "./words.ts";

/** The measures, in the order in which they are offered. */
export const KINDS: readonly MeasureKind[] = ["COMMUNITIES", "PAGERANK", "BETWEENNESS", "BRIDGES", "NEAREST", "COMPONENTS"];
/** Links that count unless told otherwise: what two people share for some time, not the home county. */
export const USUAL_LINKS: readonly IntroductionLink[] = ["COAUTHOR", "ADVISOR", "TEAM", "COLLEAGUE", "ALUMNI", "COAWARDED"];
const FIELDS = ["query", "ids", "links", "person", "between", "minWorks", "since", "seed", "sample"];

/** A key for one press of the button, so that a request sent twice starts one run. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** A whole number as typed; null when the field is empty. */
function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number.parseInt(text, 10);
}

interface Numbers {
  readonly minWorks: string;
  readonly since: string;
  readonly seed: string;
  readonly sample: string;
}
const NUMBERS = ["minWorks", "since", "seed", "sample"] as const;
const USUAL: Numbers = { minWorks: "1", since: "", seed: "42", sample: "500" };

/** Numbers that decide a run, folded away: they are good as they are. */
function MoreNumbers({
  kind,
  numbers,
  fault,
  onChange,
}: {
  kind: MeasureKind;
  numbers: Numbers;
  fault: Parameters<typeof faultOf>[0];
  onChange: (numbers: Numbers) => void;
}) {
  const { t } = useTranslation(MEASURES);
  return (
    <details className="measure-more" open={NUMBERS.some((name) => faultOf(fault, name) !== null)}>
      <summary>{t("more")}</summary>
      <div className="measure-numbers">
        {NUMBERS.filter((name) => name !== "sample" || kind === "BETWEENNESS").map((name) => (
          <TextField
            key={name}
            label={t(name)}
            inputMode="numeric"
            error={faultOf(fault, name)}
            value={numbers[name]}
            onChange={(event) => onChange({ ...numbers, [name]: event.target.value })}
          />
        ))}
      </div>
    </details>
  );
}

/** What to compute, of whom, and by which links. */
export function StartForm({ onStarted }: { onStarted: (id: string) => void }) {
  const { t } = useTranslation(MEASURES);
  const [kind, setKind] = useState<MeasureKind>("COMMUNITIES");
  const [query, setQuery] = useState("");
  const [links, setLinks] = useState<readonly IntroductionLink[]>(USUAL_LINKS);
  const [numbers, setNumbers] = useState(USUAL);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [sides, setSides] = useState<readonly [PickedInstitution | null, PickedInstitution | null]>([null, null]);
  const { run, busy, fault } = useStep(async () => {
    const answer = await request(Measures_StartDocument, {
      input: {
        ...{ kind, key: newKey(), links: [...links], query: query.trim() || null },
        ...{ minWorks: numberOf(numbers.minWorks), since: numberOf(numbers.since), seed: numberOf(numbers.seed) },
        ...(kind === "BETWEENNESS" ? { sample: numberOf(numbers.sample) } : {}),
        ...(kind === "NEAREST" ? { person: person?.id ?? null } : {}),
        ...(kind === "BRIDGES" ? { betweenInstitutions: sides.flatMap((side) => (side ? [side.id] : [])) } : {}),
      },
    });
    if (answer.startMeasure.__typename === "MeasureSaved") {
      onStarted(answer.startMeasure.run.id);
      return null;
    }
    return refusalIn(answer.startMeasure);
  });
  return (
    <Form submit={t("start")} busyWord={t("starting")} busy={busy} error={wholeFault(fault, FIELDS)} onSubmit={() => void run()}>
      <ChoiceField
        label={t("kindLabel")}
        hint={t(`about.${kind}`)}
        options={KINDS}
        wordOf={(one) => t(`kind.${one}`)}
        value={kind}
        onChoose={setKind}
      />
      {kind === "NEAREST" && <PersonPicker label={t("person")} picked={person} error={faultOf(fault, "person")} onPick={setPerson} />}
      {kind === "BRIDGES" && (
        <>
          <InstitutionPicker
            label={t("institution.first")}
            picked={sides[0]}
            error={faultOf(fault, "between")}
            onPick={(one) => setSides([one, sides[1]])}
          />
          <InstitutionPicker label={t("institution.second")} picked={sides[1]} error={null} onPick={(one) => setSides([sides[0], one])} />
        </>
      )}
      <TextField
        label={t("query")}
        hint={t("queryHint")}
        error={faultOf(fault, "ids") ?? faultOf(fault, "query")}
        maxLength={500}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {kind !== "NEAREST" && (
        <>
          <LinkChoice links={links} onChange={setLinks} />
          {faultOf(fault, "links") && <p className="field-error">{faultOf(fault, "links")}</p>}
          <MoreNumbers kind={kind} numbers={numbers} fault={fault} onChange={setNumbers} />
        </>
      )}
    </Form>
  );
}
