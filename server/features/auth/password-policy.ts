import type { Refusal } from "../../shared/refusals.ts";
import { COMMON_NUMBERS, COMMON_WORDS, KEY_RUNS } from "./common-passwords.ts";

const MIN_LENGTH = 12;
const MAX_LENGTH = 128;
/** Characters that must be left when everything common is taken out. */
const MIN_OWN = 4;
const MIN_RUN = 3;

/** Signs that stand for letters by habit. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "l",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

const TOKENS: readonly string[] = [...new Set([...COMMON_WORDS, ...COMMON_NUMBERS])];

/** What a password is checked against, besides itself. */
export interface PasswordContext {
  /** The account's names. */
  readonly names: readonly string[];
  /** How many of lower case, upper case, digits and other characters there must be. */
  readonly minClasses: number;
}

/** A password as it is hashed and compared: the same keys give the same text on every system (NFKC). */
export function normalizePassword(password: string): string {
  return password.normalize("NFKC");
}

function classesOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((shape) => shape.test(password)).length;
}

function unleet(text: string): string {
  return [...text].map((letter) => LOOKALIKES[letter] ?? letter).join("");
}

/** Length of the run along a row of keys, or of one repeated character, that begins at `start`; 0 when it is too short to be one. */
function runAt(text: string, start: number): number {
  let repeated = 1;
  while (text[start + repeated] === text[start] && start + repeated < text.length) repeated += 1;
  let longest = repeated >= MIN_RUN ? repeated : 0;
  for (const row of KEY_RUNS) {
    let length = MIN_RUN;
    while (start + length <= text.length && row.includes(text.slice(start, start + length))) length += 1;
    if (length > MIN_RUN) longest = Math.max(longest, length - 1);
  }
  return longest;
}

function commonAt(plain: string, folded: string, start: number): number[] {
  const year = /^(?:19|20)\d\d/.test(plain.slice(start)) ? 4 : 0;
  const words = TOKENS.filter((word) => plain.startsWith(word, start) || folded.startsWith(word, start)).map((word) => word.length);
  const run = runAt(plain, start);
  const runs = Array.from({ length: Math.max(0, run - MIN_RUN + 1) }, (_, index) => MIN_RUN + index);
  return [...words, ...runs, ...(year === 0 ? [] : [year])];
}

/** How many different characters are left, at the least, when common words, runs, years and punctuation are taken out. */
function ownCharacters(password: string): number {
  const plain = password.toLowerCase();
  const folded = unleet(plain);
  const own: number[] = [0];
  for (let at = 0; at < plain.length; at += 1) {
    const here = own[at] ?? 0;
    const single = /[\p{L}\p{N}]/u.test(plain.charAt(at)) ? 1 : 0;
    for (const [length, cost] of [[1, single] as const, ...commonAt(plain, folded, at).map((length) => [length, 0] as const)]) {
      own[at + length] = Math.min(own[at + length] ?? Number.POSITIVE_INFINITY, here + cost);
    }
  }
  return Math.min(own[plain.length] ?? 0, new Set(plain).size);
}

function holdsName(password: string, names: readonly string[]): boolean {
  const text = password.toLowerCase();
  const folded = unleet(text);
  const backwards = [...text].reverse().join("");
  return names
    .map((name) => normalizePassword(name).toLowerCase().replaceAll(/\s/g, ""))
    .filter((name) => name.length >= 3 || /^\p{Script=Han}{2,}$/u.test(name))
    .some((name) => text.includes(name) || folded.includes(name) || backwards.includes(name));
}

function refusal(zh: string, en: string): Refusal {
  return { field: "password", zh, en };
}

/** Why a password is not good enough, or null. The password is normalised. Rules: S5 of shared/security.md. */
export function checkPassword(password: string, { names, minClasses }: PasswordContext): Refusal | null {
  const length = [...password].length;
  if (length < MIN_LENGTH) return refusal(`密码至少需要 ${MIN_LENGTH} 个字符。`, `A password needs at least ${MIN_LENGTH} characters.`);
  if (length > MAX_LENGTH) return refusal(`密码最多 ${MAX_LENGTH} 个字符。`, `A password holds at most ${MAX_LENGTH} characters.`);
  if (holdsName(password, names)) return refusal("密码不能包含登录名或姓名。", "A password must not contain the account's name.");
  if (ownCharacters(password) < MIN_OWN) {
    return refusal(
      "密码太常见，请加入不常用的词或字符。",
      "This password is made of common words, runs or numbers; add some that are your own.",
    );
  }
  if (classesOf(password) < minClasses) {
    return refusal(
      `密码需包含小写字母、大写字母、数字、其他字符中的至少 ${minClasses} 类。`,
      `A password must hold at least ${minClasses} of: lower case, upper case, digits, other characters.`,
    );
  }
  return null;
}
