import { foldKeepingLength, hasHan } from "../names/index.ts";

/** An institution of the map with every name it goes by. */
export interface NamedInstitution {
  readonly id: string;
  readonly names: readonly string[];
}

/** Words without which the name of an institution is the same name. */
const FILLERS = new Set([
  "the",
  "of",
  "at",
  "and",
  "for",
  "in",
  "on",
  "de",
  "la",
  "der",
  "inc",
  "ltd",
  "co",
  "corp",
  "corporation",
  "company",
  "gmbh",
  "llc",
  "plc",
]);
/** Words that many institutions share: what is left of a name without them is what people call it. */
const KINDS = new Set([
  "university",
  "univ",
  "college",
  "institute",
  "school",
  "academy",
  "laboratory",
  "lab",
  "laboratories",
  "centre",
  "center",
  "hospital",
]);
const HAN_KIND = /(?:大学|学院|研究院|研究所|研究中心|实验室|医院)$/u;
const HAN_FILLER = /(?:股份)?(?:有限)?(?:责任)?公司$/u;
const HAN_PART = /\p{Script=Han}+/gu;
const UNIVERSITY = /\p{Script=Han}大学$/u;
/** 西南交大: at least three characters, since 南大 is many. */
const SHORT_UNIVERSITY = /^\p{Script=Han}{2,5}大$/u;
const LETTER = /[^\p{L}\p{N}]+/u;
const APOSTROPHE = /['’‘ʼ]/gu;
/** Shortest text of 汉字 that is looked for inside a longer one: two characters are part of too many names (北大 of 东北大学). */
const SHORTEST_INSIDE = 4;
const LONGEST_TYPED = 200;
const LONGEST_RUN = 8;

/** The parts of a stated employer, folded: each run of 汉字 as one text, and all Latin words in order without those that say nothing. */
interface EmployerForm {
  readonly han: readonly string[];
  readonly words: readonly string[];
}

function formOf(text: string): EmployerForm {
  const folded = foldKeepingLength(text.normalize("NFKC").slice(0, LONGEST_TYPED).replaceAll(APOSTROPHE, ""));
  // A space between 汉字 is none of the name.
  const han = [...folded.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "").matchAll(HAN_PART)].map(([part]) => part);
  const words = folded
    .replaceAll(HAN_PART, " ")
    .split(LETTER)
    .filter((word) => word !== "" && !FILLERS.has(word));
  return { han, words };
}

function join(words: readonly string[]): string {
  return words.join(" ");
}

/** The names of a form: those of 汉字 and the one of Latin words. */
function namesIn({ han, words }: EmployerForm): string[] {
  return [...han.map((part) => part.replace(HAN_FILLER, "") || part), join(words)].filter((name) => name !== "");
}

/** What people call an institution for short: its name without the word for its kind; empty when nothing is left. */
function coreOf(name: string): string {
  return hasHan(name) ? name.replace(HAN_KIND, "") : join(name.split(" ").filter((word) => !KINDS.has(word)));
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  if (key === "") return;
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}

/** Whether all characters of a short text come in a long one in their order. */
function isInOrder(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((character) => {
    at = long.indexOf(character, at + 1);
    return at !== -1;
  });
}

function containsWords(words: readonly string[], sought: readonly string[]): boolean {
  if (sought.length === 0 || sought.every((word) => KINDS.has(word))) return false;
  return words.some((_word, start) => sought.every((word, index) => words[start + index] === word));
}

/** Names of 汉字 are shortened from the end: 清华 says 清华大学, but 北大 stands in 东北大学 by chance. */
function containsHan(parts: readonly string[], sought: readonly string[]): boolean {
  return sought.some((text) => coreOf(text).length > 1 && parts.some((part) => part.startsWith(text)));
}

/** The institutions of the map by every name they go by, in Chinese and English, whole, for short and inside a longer text. */
export class EmployerDirectory {
  readonly #byName = new Map<string, Set<string>>();
  readonly #byCore = new Map<string, Set<string>>();
  /** Names of universities by their first character, for 西南交大 and the like. */
  readonly #universities = new Map<string, Set<string>>();
  readonly #namesOf = new Map<string, readonly string[]>();
  readonly #places: ReadonlySet<string>;

  /** `places`: names of regions, which are no institution's short name (北京 is not 北京大学). */
  constructor(institutions: Iterable<NamedInstitution>, places: Iterable<string>) {
    this.#places = new Set([...places].flatMap((place) => namesIn(formOf(place))));
    for (const { id, names } of institutions) {
      this.#namesOf.set(id, names);
      for (const name of names.flatMap((each) => namesIn(formOf(each)))) {
        add(this.#byName, name, id);
        add(this.#byCore, coreOf(name), id);
        if (UNIVERSITY.test(name)) add(this.#universities, name.charAt(0), name);
      }
    }
  }

  /** The institutions that a stated employer means: by a whole name, else by the longest name in it, else by a short name that only one has. */
  institutionsOf(text: string): string[] {
    const form = formOf(text);
    const found = [...form.han.flatMap((part) => this.#ofHan(part)), ...this.#ofWords(form.words)];
    return [...new Set(found)];
  }

  /** All names of some institutions. */
  namesOf(ids: readonly string[]): string[] {
    return ids.flatMap((id) => this.#namesOf.get(id) ?? []);
  }

  /** What makes two stated employers the same one: an institution they both mean, or the same words. Empty when there are no letters in it. */
  keysOf(text: string): string[] {
    return [...this.institutionsOf(text).map((id) => `i:${id}`), ...namesIn(formOf(text)).map((name) => `t:${name}`)];
  }

  /** Whether one of two stated employers says the other (Tsinghua, and Department of Physics, Tsinghua University), or both mean one institution. */
  agree(one: string, other: string): boolean {
    const [first, second] = [formOf(one), formOf(other)];
    if (this.#says(first, second) || this.#says(second, first)) return true;
    const meant = this.institutionsOf(one);
    return meant.length > 0 && this.institutionsOf(other).some((id) => meant.includes(id));
  }

  #says(long: EmployerForm, short: EmployerForm): boolean {
    const han = short.han.filter((part) => !this.#places.has(part));
    return containsHan(long.han, han) || (!this.#places.has(join(short.words)) && containsWords(long.words, short.words));
  }

  #ofHan(part: string): string[] {
    const whole = this.#named(part) ?? this.#named(part.replace(HAN_FILLER, ""));
    if (whole !== undefined) return whole;
    for (let length = part.length - 1; length >= SHORTEST_INSIDE; length -= 1) {
      for (let start = 0; start + length <= part.length; start += 1) {
        const inside = this.#named(part.slice(start, start + length));
        if (inside !== undefined) return inside;
      }
    }
    const shortly = this.#shortly(part);
    return shortly.length > 0 ? shortly : this.#university(part);
  }

  /** The one university whose name has the characters of a short one in their order, beginning with the same. */
  #university(part: string): string[] {
    if (!SHORT_UNIVERSITY.test(part)) return [];
    const names = [...(this.#universities.get(part.charAt(0)) ?? [])].filter((name) => isInOrder(part, name));
    const ids = new Set(names.flatMap((name) => this.#named(name) ?? []));
    return ids.size === 1 ? [...ids] : [];
  }

  #ofWords(words: readonly string[]): string[] {
    for (let length = Math.min(words.length, LONGEST_RUN); length > 0; length -= 1) {
      for (let start = 0; start + length <= words.length; start += 1) {
        const run = join(words.slice(start, start + length));
        const inside = run.length > 2 || length === words.length ? this.#named(run) : undefined;
        if (inside !== undefined) return inside;
      }
    }
    return this.#shortly(join(words));
  }

  #named(name: string): string[] | undefined {
    const ids = this.#byName.get(name);
    return ids === undefined ? undefined : [...ids];
  }

  #shortly(name: string): string[] {
    const ids = this.#places.has(name) ? undefined : this.#byCore.get(name);
    return ids?.size === 1 ? [...ids] : [];
  }
}
