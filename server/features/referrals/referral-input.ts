import type { ReferralOpenness, ReferralRelation, SubmitReferralInput } from "../../graphql/generated.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import { nameForms } from "../candidates/index.ts";
import { isSaid, REFERRAL_REFUSALS, WORDS } from "./referral-refusals.ts";

/** A referral as submitted, in the form that is kept. */
export interface SubmittedReferral {
  readonly name: string;
  readonly employer: string | null;
  readonly orcid: string | null;
  readonly relation: ReferralRelation;
  readonly knownFrom: number | null;
  readonly knownTo: number | null;
  readonly openTo: readonly ReferralOpenness[];
  readonly agreedToContact: boolean;
  readonly note: string | null;
  readonly anotherPersonBecause: string | null;
}

const NAME = { min: 2, max: 100 };
const EMPLOYER_MAX = 200;
const KEY_MAX = 100;
const FIRST_YEAR = 1900;
const ORCID = /^(?:https?:\/\/orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$/i;

/** ISO 7064 MOD 11-2, as ORCID states it. */
function checkDigit(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? "X" : String(result);
}

/** A typed ORCID, also as a link, in its usual form; null when it is none. */
export function readOrcid(typed: string): string | null {
  const groups = ORCID.exec(typed.normalize("NFKC").trim())?.slice(1);
  const digits = groups?.join("").toUpperCase();
  if (groups === undefined || digits === undefined || checkDigit(digits.slice(0, -1)) !== digits.slice(-1)) return null;
  return groups.join("-").toUpperCase();
}

/** A line of text as kept: no outer or double spaces and no control characters; null when nothing is left. */
export function readLine(typed: string | null | undefined): string | null {
  const line = (typed ?? "")
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line === "" ? null : line;
}

/** A text of several lines as kept; null when nothing is left. */
function readText(typed: string | null | undefined): string | null {
  const text = (typed ?? "").normalize("NFC").trim();
  return text === "" ? null : text;
}

function lengthOf(text: string | null): number {
  return text === null ? 0 : [...text].length;
}

function wrongYears({ knownFrom, knownTo }: SubmitReferralInput, thisYear: number): Refusal | undefined {
  if (knownFrom != null && (knownFrom < FIRST_YEAR || knownFrom > thisYear)) return REFERRAL_REFUSALS.knownFrom;
  if (knownTo != null && (knownTo < (knownFrom ?? FIRST_YEAR) || knownTo > thisYear)) return REFERRAL_REFUSALS.knownTo;
  return undefined;
}

function wrong(input: SubmitReferralInput, thisYear: number): Refusal | undefined {
  const name = readLine(input.name) ?? "";
  const keyLength = input.idempotencyKey.length;
  const reason = readText(input.anotherPersonBecause);
  if (keyLength < 1 || keyLength > KEY_MAX) return REFERRAL_REFUSALS.key;
  if (lengthOf(name) < NAME.min || lengthOf(name) > NAME.max || nameForms(name).exact.length === 0) return REFERRAL_REFUSALS.name;
  if (lengthOf(readLine(input.employer)) > EMPLOYER_MAX) return REFERRAL_REFUSALS.employer;
  if (readLine(input.orcid) !== null && readOrcid(input.orcid ?? "") === null) return REFERRAL_REFUSALS.orcid;
  if (lengthOf(readText(input.note)) > WORDS.max) return REFERRAL_REFUSALS.note;
  if (reason !== null && !isSaid(reason)) return REFERRAL_REFUSALS.another;
  return wrongYears(input, thisYear);
}

/** What was submitted as it is kept, or why it cannot be. */
export function readSubmission(input: SubmitReferralInput, thisYear: number): Outcome<SubmittedReferral> {
  const refused = wrong(input, thisYear);
  if (refused !== undefined) return refuse(refused);
  return {
    done: {
      name: readLine(input.name) ?? "",
      employer: readLine(input.employer),
      orcid: readOrcid(input.orcid ?? ""),
      relation: input.relation,
      knownFrom: input.knownFrom ?? null,
      knownTo: input.knownTo ?? null,
      openTo: [...new Set(input.openTo ?? [])],
      agreedToContact: input.agreedToContact,
      note: readText(input.note),
      anotherPersonBecause: readText(input.anotherPersonBecause),
    },
  };
}
