/**
 * The written rule that assigns fields of `seeds/fields.json` to a stated specialty.
 *
 * 1. Terms are the names and synonyms of the taxonomy; a term belongs to one field.
 * 2. Letters are compared without case, full width folded to half, hyphens and dashes read as spaces. An abbreviation
 *    (up to five characters, two or more capitals, such as `SiC` or `AIDS`) must be written with its capitals.
 * 3. A Latin term must begin and end at a word boundary; a final plural `s` is allowed from four letters on.
 *    Chinese has no word boundaries, so there rule 4 alone keeps 数论 out of 函数论.
 * 4. The longest term wins and uses up its characters: no shorter term may match inside or across them.
 *    {@link SEARCH_ONLY_TERMS} and {@link MISLEADING_PHRASES} take part in this and assign nothing.
 * 5. A technology or a direction is assigned only when the text names it; it is never inferred from a topic.
 * 6. At most {@link MAX_FIELDS} fields are kept, in the order in which the text names them.
 * 7. No match means unknown (an empty list). Nothing is guessed from an institution, a division or a person's name.
 *
 * Weight: 1 for a match in a name, 0.9 for a synonym, less 0.1 for every field named before it, at least 0.4.
 *
 * The `broader` links are our own editorial mapping. The plan names four directions but does not say where mathematics,
 * earth science, the environment or engineering lie: we put mathematics and engineering of signals under 信息科学, physics,
 * chemistry, earth and environment under 物质科学, agriculture, food and ecology under 生命科学, astronomy, remote sensing
 * and surveying under 空天科学.
 */

/** The part of a taxonomy row that the rule reads; a `FieldRow` fits. */
export interface TaxonomyField {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly synonyms: readonly string[];
}

/** Words of a source that say what a person works on, unchanged. Latin terms are looked for in both languages. */
export interface SpecialtyStatement {
  readonly text: string;
  readonly language: "zh" | "en";
}

/** One assigned field: its key, a weight in (0, 1], and the words of the text that carried it. */
export interface FieldAssignment {
  readonly field: string;
  readonly weight: number;
  readonly matchedText: string;
}

/** Long citations mention neighbouring subjects towards their end; beyond this many the mention is incidental. */
export const MAX_FIELDS = 4;

/** Synonyms good enough to find a field while typing, too broad or ambiguous to assign one from a text. */
export const SEARCH_ONLY_TERMS: ReadonlySet<string> = new Set(
  [
    "芯片;统计学;代数;陶瓷;发动机;车辆;充电;换电;化工;树脂;流域;污染物;蛋白质;航空;空天;节能;养殖",
    "免疫;炎症;食品;图形学;数学问题;数学模型;信息工程;环境保护;小麦;水稻;棉花;玉米;大豆;油菜;籼稻",
    "ic;it;cv;ml;vr;ev;ivd;soc;chip;chips;memory;plant;plants;analysis;software;programming;sleep;pain;heart",
    "lung;ocean;oceans;stars;galactic;virus;viruses;bacteria;bacterial;microbial;enzymes;hormone;hormones",
    "logic;depression;hearing;addiction;metabolism;database;cellular;insect;insects;als;tor;plastics;algebraic",
    "geometric;topological;mathematical;genomes;chromosome;chromosomes;intracellular;cell membrane",
    "cell membranes;the sun;carbon dioxide;atmosphere;agriculture;agricultural;gravity;drugs;drug treatment",
    "new drugs;vaccination;surgical;surgery;neural;localization;networking;planetary;calculus;genomic",
    "pharmaceutical;pharmaceuticals;kidney;feed for;plasma;plasmas;chaotic;retina;immune;cancers;volcanic",
    "clinical trials;clinical research;health care;smoking;tobacco;antibody;antibodies;web search;nitric oxide",
    "transition metal;automobile;interferometry;forest;rice;fetal;respiratory;stochastic;self-assembly;steel",
    "cognitive;universe;magnetism;insulin;optimization theory;crop;crops;geological;genetics of;wheat;maize",
    "disease prevention;antibiotics;information processing;gene function;antigen;chemical reactions;quantum theory;genetic variation",
    "chemical synthesis;nerve;rna molecules;cell growth;steroid;steroids;biosynthesis;physiology;stellar",
    "inflammation",
  ].flatMap((line) => line.split(";")),
);

/** Phrases that hold a term but speak of something else. They use up their characters and assign nothing. */
export const MISLEADING_PHRASES: readonly string[] = [
  "biological weapons",
  "nuclear weapons",
  "plasma membrane",
  "blood plasma",
  "plasma cells",
  "political climate",
  "军备控制",
  "人口控制",
  "at the heart of",
  "life sciences and medicine",
  "geometry of spacetime",
  "geometry, and mass-energy content",
  "geometry, age and composition",
  "solar-type star",
  "Howard Hughes Medical Institute",
  "American Cancer Society",
  "National Cancer Institute",
  "National Institute of Allergy and Infectious Diseases",
];

interface Term {
  readonly text: string;
  readonly exact: string | undefined;
  readonly latin: boolean;
  readonly field: string | undefined;
  readonly base: number;
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

const NAME_WEIGHT = 1;
const SYNONYM_WEIGHT = 0.9;
const STEP = 0.1;
const LEAST_WEIGHT = 0.4;

/** One character in, one character out, so that positions stay those of the source's own words. */
function fold(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const half = unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : text.charAt(at);
    const plain = /[-\u2010-\u2015\u00a0\u3000]/.test(half) ? " " : half === "\u2019" ? "'" : half;
    out += plain;
  }
  return out;
}

function lower(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const small = text.charAt(at).toLowerCase();
    return small.length === 1 ? small : text.charAt(at);
  }).join("");
}

function isAbbreviation(text: string): boolean {
  return text.length <= 5 && (text.match(/[A-Z]/g) ?? []).length >= 2;
}

function toTerm(text: string, field: string | undefined, base: number): Term {
  const folded = fold(text);
  return {
    text: lower(folded),
    exact: isAbbreviation(folded) ? folded : undefined,
    latin: !/\p{Script=Han}/u.test(folded),
    field,
    base,
  };
}

function compile(taxonomy: readonly TaxonomyField[]): readonly Term[] {
  const terms = MISLEADING_PHRASES.map((phrase) => toTerm(phrase, undefined, 0));
  for (const row of taxonomy) {
    terms.push(toTerm(row.nameZh, row.key, NAME_WEIGHT), toTerm(row.nameEn, row.key, NAME_WEIGHT));
    for (const synonym of row.synonyms) {
      const silent = SEARCH_ONLY_TERMS.has(synonym.toLowerCase());
      terms.push(toTerm(synonym, silent ? undefined : row.key, SYNONYM_WEIGHT));
    }
  }
  const usable = terms.filter((term) => term.text.length > 1);
  return usable.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
}

const compiled = new WeakMap<readonly TaxonomyField[], readonly Term[]>();

function termsOf(taxonomy: readonly TaxonomyField[]): readonly Term[] {
  const known = compiled.get(taxonomy);
  if (known) return known;
  const terms = compile(taxonomy);
  compiled.set(taxonomy, terms);
  return terms;
}

const WORD = /[\p{Script=Latin}\p{Script=Greek}\d]/u;

/** The end of a Latin match, its plural `s` included, or undefined when the match lies inside a word. */
function latinEnd(text: string, start: number, term: Term): number | undefined {
  if (WORD.test(text.charAt(start - 1))) return undefined;
  const end = start + term.text.length;
  if (!WORD.test(text.charAt(end))) return end;
  const plural = term.text.length >= 4 && text.charAt(end) === "s" && !WORD.test(text.charAt(end + 1));
  return plural ? end + 1 : undefined;
}

function hitsOf(term: Term, folded: string, small: string): Hit[] {
  const hits: Hit[] = [];
  for (let start = small.indexOf(term.text); start >= 0; start = small.indexOf(term.text, start + 1)) {
    if (term.exact !== undefined && !folded.startsWith(term.exact, start)) continue;
    const end = term.latin ? latinEnd(small, start, term) : start + term.text.length;
    if (end !== undefined) hits.push({ start, end, term });
  }
  return hits;
}

/**
 * Assigns fields to a stated specialty or prize citation by the rule written at the head of this file. Pure and
 * deterministic: the same text and taxonomy always give the same list.
 *
 * @param statement the source's own words; the language is that of the text (Chinese terms are not sought in `en`)
 * @param taxonomy the rows of `seeds/fields.json`; pass the same array again and its index is reused
 * @returns at most {@link MAX_FIELDS} assignments in the order the text names them; empty when the field is unknown
 */
export function assignFields(statement: SpecialtyStatement, taxonomy: readonly TaxonomyField[]): FieldAssignment[] {
  const folded = fold(statement.text);
  const small = lower(folded);
  const taken: Hit[] = [];
  for (const term of termsOf(taxonomy)) {
    if (statement.language === "en" && !term.latin) continue;
    for (const hit of hitsOf(term, folded, small)) {
      if (!taken.some((other) => hit.start < other.end && other.start < hit.end)) taken.push(hit);
    }
  }
  taken.sort((a, b) => a.start - b.start);
  const found = new Map<string, FieldAssignment>();
  for (const { start, end, term } of taken) {
    if (term.field === undefined || found.has(term.field) || found.size === MAX_FIELDS) continue;
    const weight = Math.max(LEAST_WEIGHT, Math.round((term.base - STEP * found.size) * 100) / 100);
    found.set(term.field, { field: term.field, weight, matchedText: statement.text.slice(start, end) });
  }
  return [...found.values()];
}

/**
 * The assignments of the first statement that yields any. Pass a prize citation before its category, so that
 * "Mathematics" speaks only when the citation names nothing more exact.
 */
export function assignFieldsFromFirst(statements: readonly SpecialtyStatement[], taxonomy: readonly TaxonomyField[]): FieldAssignment[] {
  for (const statement of statements) {
    const assignments = assignFields(statement, taxonomy);
    if (assignments.length > 0) return assignments;
  }
  return [];
}
