import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorSentence } from "./error-sentence.ts";
import { useLanguage } from "./use-language.ts";

/** What was refused in a form: the field to blame, if one is, and the sentence. */
export interface FormFault {
  readonly field: string | null;
  readonly message: string;
}

/** One thing that a form asks of the server. */
export interface Step<Given extends unknown[]> {
  readonly run: (...given: Given) => Promise<void>;
  readonly busy: boolean;
  readonly fault: FormFault | null;
  readonly clear: () => void;
}

/**
 * Runs what a form asks for, keeping whether it is under way and what was refused.
 * @param act resolves with a fault when the server refused; rejects when there was no answer
 */
export function useStep<Given extends unknown[]>(act: (...given: Given) => Promise<FormFault | null>): Step<Given> {
  const { t } = useTranslation();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<FormFault | null>(null);
  const run = async (...given: Given) => {
    setBusy(true);
    setFault(null);
    try {
      setFault(await act(...given));
    } catch (error) {
      setFault({ field: null, message: errorSentence(error, t, language) });
    } finally {
      setBusy(false);
    }
  };
  const clear = useCallback(() => setFault(null), []);
  return { run, busy, fault, clear };
}

/** A member of an answer's union. */
interface Answered {
  readonly __typename: string;
}

/** @returns the refusal in an answer, or null when it was done */
export function refusalIn(answer: Answered & { readonly message?: string; readonly field?: string | null }): FormFault | null {
  if (answer.__typename !== "InvalidInput" && answer.__typename !== "NotAllowed") return null;
  return { field: answer.field ?? null, message: answer.message ?? "" };
}

/** @returns the sentence about one field of a form; with no name, the sentence about none of those named */
export function faultOf(fault: FormFault | null, field: string): string | null {
  return fault?.field === field ? fault.message : null;
}

/** @returns the sentence that belongs to the whole form: about no field, or about one that the form does not show */
export function wholeFault(fault: FormFault | null, shown: readonly string[] = []): string | null {
  return fault && (fault.field === null || !shown.includes(fault.field)) ? fault.message : null;
}
