import type { ReadModel } from "../selection/index.ts";
import { type CompiledLexicon, compileLexicon } from "./lexicon.ts";
import type { LexiconRows, SearchRepository } from "./search.repository.ts";

/** A label in both languages; `label` is Chinese, or English when there is none. */
export interface Label {
  readonly label: string;
  readonly labelEn: string | null;
}

/** What typed text can name, with the labels of all of it. */
export interface CurrentLexicon {
  readonly compiled: CompiledLexicon;
  readonly labels: ReadonlyMap<string, Label>;
}

/** Usual words for academy memberships; a shared word (院士) stands for both. */
const AWARD_WORDS: Readonly<Record<string, readonly string[]>> = {
  "cas-membership": [
    "中科院院士",
    "科学院院士",
    "中国科学院院士",
    "CAS academician",
    "CAS member",
    "member of CAS",
    "院士",
    "academician",
    "academicians",
  ],
  "cae-membership": [
    "工程院院士",
    "中国工程院院士",
    "CAE academician",
    "CAE member",
    "member of CAE",
    "院士",
    "academician",
    "academicians",
  ],
  "nobel-prize": ["诺贝尔奖", "诺奖", "诺贝尔奖得主", "Nobel laureate", "Nobel laureates", "Nobel"],
  "turing-award": ["图灵奖", "图灵奖得主", "Turing laureate"],
  "fields-medal": ["菲尔兹奖", "Fields medalist", "Fields medallist"],
};

const TIER_LABELS: readonly (readonly [string, Label])[] = [
  ["TOP", { label: "顶尖", labelEn: "Top" }],
  ["OUTSTANDING", { label: "杰出", labelEn: "Outstanding" }],
  ["LEADING", { label: "领军", labelEn: "Leading" }],
  ["YOUNG", { label: "青年", labelEn: "Young" }],
];

const FIRST_DECADE = 1880;
const LAST_DECADE = 2020;

function decadeLabels(): [string, Label][] {
  const decades = Array.from({ length: (LAST_DECADE - FIRST_DECADE) / 10 + 1 }, (_none, index) => String(FIRST_DECADE + index * 10));
  return decades.map((decade) => [decade, { label: `${decade}年代`, labelEn: `${decade}s` }]);
}

function labelsOf(rows: LexiconRows): Map<string, Label> {
  const labels = new Map<string, Label>([...TIER_LABELS, ...decadeLabels()]);
  for (const row of [...rows.fields, ...rows.places, ...rows.institutions, ...rows.awards]) {
    labels.set(row.id, { label: row.nameZh ?? row.nameEn ?? row.id, labelEn: row.nameEn });
  }
  return labels;
}

/** The lexicon of the reference data that the read model holds now; read and compiled again only when they change. */
export function createLexiconCache(repository: SearchRepository, readModel: ReadModel, clock: () => Date): () => Promise<CurrentLexicon> {
  let version = -1;
  let current: Promise<CurrentLexicon> | null = null;
  async function load(): Promise<CurrentLexicon> {
    const rows = await repository.lexicon();
    const awards = rows.awards.map((award) => ({ ...award, aliases: AWARD_WORDS[award.key ?? ""] ?? [] }));
    const compiled = compileLexicon({ ...rows, awards, currentYear: clock().getFullYear() });
    return { compiled, labels: labelsOf(rows) };
  }
  return async () => {
    if (current === null || version !== readModel.referenceVersion) {
      version = readModel.referenceVersion;
      const loading = load();
      current = loading;
      loading.catch(() => {
        current = null;
      });
    }
    return await current;
  };
}
