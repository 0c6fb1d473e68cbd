/** What the sentence parser knows, taken from the graph. Ids are the ids that ScientistFilter takes. */
export interface Lexicon {
  readonly fields: readonly { id: string; nameZh: string; nameEn: string | null; synonyms: readonly string[]; scheme: string }[];
  readonly places: readonly {
    id: string;
    level: "COUNTRY" | "PROVINCE" | "CITY" | "COUNTY";
    nameZh: string;
    nameEn: string | null;
    aliases: readonly string[];
    /** Ids of all larger places it lies in. */
    within: readonly string[];
  }[];
  readonly institutions: readonly { id: string; nameZh: string | null; nameEn: string | null; aliases: readonly string[] }[];
  readonly awards: readonly { id: string; nameZh: string | null; nameEn: string; aliases: readonly string[] }[];
  /** Decades later than this year are not understood. */
  readonly currentYear: number;
}

/** How a place or institution is tied to the person. */
export type Role = "work" | "study" | "birth" | "ancestral" | "home";

/** What kind of thing a term names. */
export type TermKind = "place" | "institution" | "field" | "award" | "tier" | "abroad";

/** One thing that a term may stand for. */
export interface TermValue {
  readonly id: string;
  readonly label: string;
  /** For places: the ids of the places around it, and whether it is a country other than China. */
  readonly within?: readonly string[];
  readonly country?: boolean;
  readonly foreign?: boolean;
}

/** What one written form stands for. A form may be several things at once (中山: city, university). */
export interface Term {
  readonly kind: TermKind;
  readonly values: readonly TermValue[];
  /** Understood only next to a word that says what it is (`大足人`), because it is also an everyday word. */
  readonly weak: boolean;
  /** A short abbreviation that is also a word or a pinyin name (IT, US, SU): understood only in capitals. */
  readonly capitals: boolean;
  /** The tie when the form itself says it (`旅美`, `川渝籍`). */
  readonly role: Role | null;
}

/** A written form with what it stands for, as the sources of terms hand it in. */
export interface TermEntry {
  readonly text: string;
  readonly kind: TermKind;
  readonly value: TermValue;
  readonly weak?: boolean;
  readonly role?: Role;
  /** A derived form gives way to a form stated in the data. */
  readonly derived?: boolean;
}
