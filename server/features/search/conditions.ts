import { z } from "zod";
import type { ScientistFilter, ScientistSort } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import type { ExportLanguage } from "./export-columns.ts";
import type { Label } from "./lexicon-cache.ts";
import type { SearchRequest } from "./search.types.ts";

const ids = z.array(z.string()).nullish();
const view = z.enum(["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"]);
const box = z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() });

/** A ScientistFilter as it comes in the address of an export; the keys are the schema's. */
const filterShape = z.strictObject({
  fields: ids,
  homeRegions: ids,
  birthPlaces: ids,
  ancestralHomes: ids,
  almaMaters: ids,
  almaMaterPlaces: ids,
  employers: ids,
  institutions: ids,
  workPlaces: ids,
  countries: ids,
  countriesExcluded: ids,
  anyPlaces: ids,
  tiers: z.array(z.enum(["TOP", "OUTSTANDING", "LEADING", "YOUNG"])).nullish(),
  birthDecades: ids,
  awards: ids,
  sources: ids,
  living: z.boolean().nullish(),
  birthYears: z.strictObject({ from: z.number().int().nullish(), to: z.number().int().nullish() }).nullish(),
  bounds: box.nullish(),
  lasso: z.array(z.strictObject({ longitude: z.number(), latitude: z.number() })).nullish(),
  boundsView: view.nullish(),
  unlocatedIn: view.nullish(),
});
const sortShape = z.strictObject({
  by: z.enum(["RELEVANCE", "NAME", "BIRTH_DATE", "LATEST_AWARD"]),
  direction: z.enum(["ASCENDING", "DESCENDING"]).default("ASCENDING"),
});

/** What an export is asked for, from the parameters of its address. */
export interface SelectionParameters {
  readonly request: SearchRequest;
  readonly sort: ScientistSort | null;
}

function parseJson<T>(shape: z.ZodType<T>, text: string | undefined): T | null {
  if (text === undefined || text === "") {
    return null;
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    throw new InvalidInputError(
      "筛选或排序参数有误，请从页面重新导出。",
      "The filter or sort parameter is not valid; export again from the page.",
      { cause },
    );
  }
}

/**
 * The request and order of an export.
 * @throws InvalidInputError when filter or sort are not JSON of the schema's shape
 */
export function parseSelectionParameters(given: {
  query?: string | undefined;
  filter?: string | undefined;
  sort?: string | undefined;
}): SelectionParameters {
  const filter: ScientistFilter | null = parseJson(filterShape, given.filter);
  return { request: { query: given.query, filter }, sort: parseJson(sortShape, given.sort) };
}

const KEY_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  fields: { zh: "专业领域", en: "field" },
  homeRegions: { zh: "出生地或籍贯", en: "birthplace or ancestral home" },
  birthPlaces: { zh: "出生地", en: "birthplace" },
  ancestralHomes: { zh: "籍贯", en: "ancestral home" },
  almaMaters: { zh: "毕业院校", en: "alma mater" },
  almaMaterPlaces: { zh: "母校所在地", en: "place of alma mater" },
  employers: { zh: "工作单位", en: "employer" },
  institutions: { zh: "学习或工作单位", en: "studied or worked at" },
  workPlaces: { zh: "工作地", en: "place of work" },
  countries: { zh: "工作国家/地区", en: "country or region of work" },
  countriesExcluded: { zh: "工作地不在", en: "place of work outside" },
  anyPlaces: { zh: "任一地点", en: "any place" },
  tiers: { zh: "人才层次", en: "tier" },
  birthDecades: { zh: "出生年代", en: "decade of birth" },
  awards: { zh: "奖项与称号", en: "award" },
  sources: { zh: "来源", en: "source" },
  living: { zh: "在世", en: "living" },
  birthYears: { zh: "出生年份", en: "years of birth" },
  bounds: { zh: "地图范围", en: "map area" },
  lasso: { zh: "地图圈选", en: "map lasso" },
  boundsView: { zh: "地图视图", en: "map view" },
  unlocatedIn: { zh: "在该视图无位置", en: "no point in view" },
};

function valueText(value: unknown, labels: ReadonlyMap<string, Label>, language: ExportLanguage): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value
      .map((id) => (language === "zh" ? labels.get(id)?.label : (labels.get(id)?.labelEn ?? labels.get(id)?.label)) ?? id)
      .join(language === "zh" ? "、" : " or ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The typed text and the filter in words, for the heading of an export. */
export function describeConditions(request: SearchRequest, labels: ReadonlyMap<string, Label>, language: ExportLanguage): string {
  const zh = language === "zh";
  const parts = Object.entries(request.filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${KEY_LABELS[key]?.[language] ?? key}${zh ? "：" : ": "}${valueText(value, labels, language)}`);
  const query = request.query?.trim() ?? "";
  const all = query === "" ? parts : [`${zh ? "搜索：" : "search: "}${query}`, ...parts];
  return all.length === 0 ? (zh ? "全部人员" : "everyone") : all.join(zh ? "；" : "; ");
}
