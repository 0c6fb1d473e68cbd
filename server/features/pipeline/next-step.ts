import type { NextStepInput } from "../../graphql/generated.ts";
import { isDay } from "../../shared/dates.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import { isLong } from "./pipeline-room.ts";

/** A next step as kept; both null for none. */
export type KeptStep = { readonly nextStepText: string | null; readonly nextStepDueOn: string | null };

/** A next step as it is kept, or what is wrong with it. */
export function readNextStep(step: NextStepInput | null | undefined): { readonly kept: KeptStep } | { readonly refusal: Refusal } {
  if (step === null || step === undefined) return { kept: { nextStepText: null, nextStepDueOn: null } };
  if (!isLong(step.text, 2, 200)) return { refusal: PIPELINE_REFUSALS.nextStepText };
  if (!isDay(step.dueOn)) return { refusal: PIPELINE_REFUSALS.nextStepDueOn };
  return { kept: { nextStepText: step.text.trim(), nextStepDueOn: step.dueOn } };
}
