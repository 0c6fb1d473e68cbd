const LUCENE_SPECIAL = /[+\-!(){}[\]^"~*?:\\/&|]/g;
const HANZI_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[\p{Script=Latin}\d]+/gu;

function latinClause(word: string): string {
  return word.length >= 4 ? `(${word} OR ${word}*)` : word;
}

/**
 * A Lucene query that finds prose holding every word of a text, or null when nothing in it can be searched.
 * Runs of 汉字 become phrases (the index stores bigrams, so a single 汉字 finds nothing and is left out);
 * Latin words of four letters or more also match as prefixes. All Lucene operators typed by the user are taken literally.
 */
export function proseQuery(text: string): string | null {
  const plain = text.normalize("NFKC").replace(LUCENE_SPECIAL, " ");
  const phrases = [...plain.matchAll(HANZI_RUN)].map((match) => match[0]).filter((run) => run.length >= 2);
  const words = [...plain.toLowerCase().matchAll(LATIN_WORD)].map((match) => match[0]).filter((word) => word.length >= 2);
  const clauses = [...phrases.map((run) => `"${run}"`), ...words.map(latinClause)];
  return clauses.length === 0 ? null : clauses.join(" AND ");
}
