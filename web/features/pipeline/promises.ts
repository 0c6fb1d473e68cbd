import type { PromiseMadeInput } from "../../gql/generated.ts";

/** A promise while it is typed. */
export interface PromiseDraft {
  readonly key: string;
  readonly text: string;
  /** Empty for no day. */
  readonly dueOn: string;
}

/** @returns one empty line to type a promise into */
export function emptyPromises(): PromiseDraft[] {
  return [{ key: crypto.randomUUID(), text: "", dueOn: "" }];
}

/** The promises that were typed; lines left empty are none. */
export function promisesOf(drafts: readonly PromiseDraft[]): PromiseMadeInput[] {
  return drafts.flatMap(({ text, dueOn }) => (text.trim() === "" ? [] : [{ text: text.trim(), dueOn: dueOn || null }]));
}
