import type { LinkEvidence, LinkEvidenceKind, NetworkCutReason } from "../../graphql/generated.ts";
import type { NetworkCutModel } from "./network.types.ts";

type Language = "zh" | "en";

const SHARED: Readonly<Record<LinkEvidenceKind, Readonly<Record<Language, readonly [before: string, after: string]>>>> = {
  PAPER: { zh: ["合作论文《", "》"], en: ["Joint paper “", "”"] },
  PATENT: { zh: ["合作专利《", "》"], en: ["Joint patent “", "”"] },
  PROJECT: { zh: ["合作项目《", "》"], en: ["Joint project “", "”"] },
  EMPLOYER: { zh: ["同在", "任职"], en: ["Both employed by ", ""] },
  SCHOOL: { zh: ["同在", "就读"], en: ["Both studied at ", ""] },
  TEAM: { zh: ["同属团队", ""], en: ["Both in the team ", ""] },
  AWARD: { zh: ["同届获", ""], en: ["Both received ", ""] },
  COUNTY: { zh: ["籍贯或出生地同为", ""], en: ["Both with their home in ", ""] },
  ADVISER: { zh: ["师承", ""], en: ["Linked by the adviser ", ""] },
};

const AUTHORED: ReadonlySet<LinkEvidenceKind> = new Set(["PAPER", "PATENT", "PROJECT"]);

function yearsText({ firstYear, lastYear }: LinkEvidence, language: Language): string | null {
  if (firstYear === null || firstYear === undefined) return language === "zh" ? "年份不详" : "undated";
  return lastYear === firstYear || lastYear === null || lastYear === undefined ? `${firstYear}` : `${firstYear}–${lastYear}`;
}

function peopleText({ kind, people }: LinkEvidence, language: Language): string | null {
  if (people === null || people === undefined) return null;
  if (AUTHORED.has(kind)) return language === "zh" ? `共 ${people} 位作者` : `${people} authors`;
  return language === "zh" ? `共 ${people} 人` : `${people} people`;
}

/** One piece of evidence as a sentence: what is shared, when, by how many, and which sources say so. */
export function evidenceText(fact: LinkEvidence, language: Language): string {
  const [before, after] = SHARED[fact.kind][language];
  // A home has no year, and nobody misses it.
  const details = [fact.kind === "COUNTY" ? null : yearsText(fact, language), peopleText(fact, language)].filter((each) => each !== null);
  const sources =
    fact.sources.length === 0 ? "" : language === "zh" ? `；来源：${fact.sources.join("、")}` : `; source: ${fact.sources.join(", ")}`;
  const inside = language === "zh" ? `（${details.join("，")}）` : ` (${details.join(", ")})`;
  return `${before}${fact.title}${after}${inside}${sources}`;
}

const CUTS: Readonly<Record<NetworkCutReason, Readonly<Record<Language, string>>>> = {
  STARTS: { zh: "出发人", en: "people to start from" },
  PEOPLE: { zh: "中间人（按关系强弱取）", en: "people in between, the strongest linked first" },
  GROUPS: { zh: "单位、团队、奖项、区县（小者优先）", en: "institutions, teams, awards and counties, the smallest first" },
  MEMBERS: { zh: "大型单位或群体中的人", en: "people of large groups" },
  WORKS: { zh: "成果或其作者", en: "works or their authors" },
  LINKS: { zh: "关系（强者优先）", en: "links, the strongest first" },
  ROWS: { zh: "数据行", en: "rows" },
  TIME: { zh: "限时内的数据行", en: "rows within the time allowed" },
  PATHS: { zh: "候选路径", en: "candidate paths" },
};

/** A bound of reading as a sentence. */
export function cutText({ reason, considered, of }: NetworkCutModel, language: Language): string {
  const what = CUTS[reason][language];
  if (language === "zh") return `${what}：只查看了 ${considered}${of === null ? "" : `，共 ${of}`}，其余未计入。`;
  return `Only ${considered}${of === null ? "" : ` of ${of}`} were looked at: ${what}. The rest are not counted.`;
}
