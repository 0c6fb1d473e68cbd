export { highlightName, highlightText } from "./highlight.ts";
export {
  buildNameIndex,
  type MatchForm,
  type NameField,
  type NameHit,
  type NameIndex,
  NameIndexBuilder,
  type NameMatches,
  type PersonNames,
} from "./name-index.ts";
export { KIND, nameKeys } from "./name-key.ts";
export { nameReadings, spellReading } from "./pinyin-readings.ts";
export { splitSyllables } from "./pinyin-syllables.ts";
export { foldKeepingLength, hasHan, isLatinLetter, simplify } from "./text-fold.ts";
