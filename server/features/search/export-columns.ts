import type { ExportRow, NamedExport, PlaceExport } from "./search.repository.ts";

/** Language of an exported file: headers, labels and the side of names that comes first. */
export type ExportLanguage = "zh" | "en";

interface Column {
  readonly zh: string;
  readonly en: string;
  readonly value: (row: ExportRow, language: ExportLanguage) => string;
}

const TIER_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  TOP: { zh: "顶尖", en: "Top" },
  OUTSTANDING: { zh: "杰出", en: "Outstanding" },
  LEADING: { zh: "领军", en: "Leading" },
  YOUNG: { zh: "青年", en: "Young" },
};
const LEVEL_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  COUNTRY: { zh: "国家/地区", en: "country or region" },
  PROVINCE: { zh: "省级", en: "province" },
  CITY: { zh: "市级", en: "city" },
  COUNTY: { zh: "区县级", en: "county" },
};

function nameOf(item: NamedExport, language: ExportLanguage): string {
  return (language === "zh" ? (item.nameZh ?? item.nameEn) : (item.nameEn ?? item.nameZh)) ?? "";
}

function joined(items: readonly NamedExport[], language: ExportLanguage): string {
  return items
    .map((item) => {
      const details = [item.degree, item.date].filter((part) => part !== null && part !== undefined && part !== "");
      return details.length === 0 ? nameOf(item, language) : `${nameOf(item, language)} (${details.join(", ")})`;
    })
    .join("; ");
}

function placeText(places: readonly PlaceExport[], language: ExportLanguage): string {
  return places
    .map((place) => {
      const parts = language === "zh" ? [...place.names].reverse() : place.names.map((name, index) => place.namesEn[index] ?? name);
      return `${parts.join(language === "zh" ? "" : ", ")} [${LEVEL_LABELS[place.level]?.[language] ?? place.level}]`;
    })
    .join("; ");
}

/** The columns of an export, in order. Unknown is an empty cell. */
export const EXPORT_COLUMNS: readonly Column[] = [
  { zh: "中文名", en: "Chinese name", value: (row) => row.nameZh ?? "" },
  { zh: "英文名", en: "English name", value: (row) => row.nameEn ?? "" },
  { zh: "出生日期", en: "Date of birth", value: (row) => row.birthDate ?? "" },
  { zh: "出生地［精度］", en: "Birthplace [precision]", value: (row, language) => placeText(row.birthPlaces, language) },
  { zh: "籍贯［精度］", en: "Ancestral home [precision]", value: (row, language) => placeText(row.ancestralHomes, language) },
  { zh: "毕业院校", en: "Alma mater", value: (row, language) => joined(row.education, language) },
  { zh: "工作单位（资料所述年份）", en: "Employer (year stated)", value: (row, language) => joined(row.employment, language) },
  { zh: "专业领域", en: "Fields", value: (row, language) => joined(row.fields, language) },
  { zh: "专长（原文）", en: "Specialty as stated", value: (row) => row.specialty ?? "" },
  { zh: "人才层次", en: "Tier", value: (row, language) => (row.tier === null ? "" : (TIER_LABELS[row.tier]?.[language] ?? row.tier)) },
  { zh: "奖项与称号", en: "Awards and memberships", value: (row, language) => joined(row.awards, language) },
  { zh: "ORCID", en: "ORCID", value: (row) => row.orcid ?? "" },
  { zh: "来源", en: "Sources", value: (row) => row.sources.join("; ") },
  { zh: "编号", en: "Id", value: (row) => row.id },
];
