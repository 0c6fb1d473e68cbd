import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CollisionChoice } from "./collision.tsx";
import { CHECKED_FIELDS, type CheckedField, type Draft, faultsOf, LIMITS } from "./draft.ts";
import type { Entry, EntryFile } from "./entry.ts";
import { useLookup, usePicked } from "./lookup.tsx";
import type { Outbox } from "./outbox.ts";
import type { Answer } from "./send.ts";
import { REFERRALS } from "./words.ts";

/** Fewest characters of the texts about a collision. */
const LEAST = 4;

function choiceIn(draft: Draft): CollisionChoice {
  if (draft.introduction !== "") return "offer";
  return draft.anotherPersonBecause !== "" ? "another" : null;
}

/** Whether the text that belongs to a choice is long enough to say something. */
function isTooShort(choice: CollisionChoice, draft: Draft): boolean {
  if (choice === null) return false;
  const text = (choice === "offer" ? draft.introduction : draft.anotherPersonBecause).trim();
  return [...text].length < LEAST || [...text].length > LIMITS.reason;
}

/** What the form holds: what was typed, what is wrong with it, who may be meant, and the way to finish it. */
export function useReferralForm(
  outbox: Outbox,
  entry: Entry,
  offline: boolean,
  answer: Answer | undefined,
  onEntry: (entry: Entry) => void,
) {
  const { t } = useTranslation(REFERRALS);
  const [checked, setChecked] = useState(0);
  const [way, setWay] = useState<CollisionChoice>(() => choiceIn(entry.draft));
  const people = usePicked();
  const { draft } = entry;
  const lookup = useLookup(draft, people.picked?.id ?? null, offline);
  const inProgress = lookup.found?.inProgress ?? null;
  const faults = faultsOf(draft, new Date().getFullYear());
  const wayWanted = inProgress === null ? null : way;
  const wayFault = checked > 0 && isTooShort(wayWanted, draft) ? t(way === "offer" ? "fault.offerNote" : "fault.anotherBecause") : null;
  const refused = answer?.kind === "REFUSED" ? answer : null;
  const faultOf = (field: CheckedField): string | null => {
    const fault = faults[field];
    if (checked > 0 && fault) return t(`fault.${fault}`);
    return refused?.field === field ? refused.message : null;
  };
  const change = (part: { draft?: Partial<Draft>; files?: readonly EntryFile[] }) => {
    const { draft: typed, ...rest } = part;
    // What was refused was refused as it stood.
    if (answer !== undefined) outbox.dismiss(entry.id);
    onEntry(outbox.change(entry, { ...rest, ...(typed ? { draft: { ...draft, ...typed } } : {}) }));
  };
  const submit = () => {
    setChecked(checked + 1);
    if (Object.keys(faults).length > 0 || isTooShort(wayWanted, draft)) return;
    // Once the server has said that nobody is in progress, what was typed about it before no longer holds.
    const said = lookup.found === null ? way : wayWanted;
    const texts = {
      introduction: said === "offer" ? draft.introduction : "",
      anotherPersonBecause: said === "another" ? draft.anotherPersonBecause : "",
    };
    void outbox.finish({ ...entry, draft: { ...draft, ...texts } }, people.picked?.id ?? null);
  };
  const whole = refused && !CHECKED_FIELDS.some((field) => field === refused.field) ? refused.message : null;
  return { draft, change, submit, checked, faultOf, whole, lookup, people, inProgress, way, setWay, wayFault };
}
