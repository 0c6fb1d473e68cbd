/** Why something was not done, in both languages. `field` is the input field to blame; null when it is a matter of who asks or of the state of things. */
export interface Refusal {
  readonly field: string | null;
  readonly zh: string;
  readonly en: string;
}

/** A refusal as the member of a result union. */
export type RefusalAnswer =
  | { readonly __typename: "InvalidInput"; readonly field: string; readonly message: string }
  | { readonly __typename: "NotAllowed"; readonly message: string };

/** What a client is told: `InvalidInput` when a field is to blame, else `NotAllowed`. */
export function refusalAnswer(refusal: Refusal, language: "zh" | "en"): RefusalAnswer {
  const message = refusal[language];
  return refusal.field === null ? { __typename: "NotAllowed", message } : { __typename: "InvalidInput", field: refusal.field, message };
}

/** Something was done, or refused. */
export type Outcome<T> = { readonly done: T; readonly refused?: never } | { readonly refused: Refusal; readonly done?: never };

/** A refusal as an outcome. */
export function refuse(refused: Refusal): { readonly refused: Refusal } {
  return { refused };
}
