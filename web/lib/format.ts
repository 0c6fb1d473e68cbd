import type { Language } from "./i18n.ts";

/** Anything that has a Chinese and an English name. */
export interface Named {
  nameZh?: string | null;
  nameEn?: string | null;
}

/** The name to show first in a language, falling back to the other; empty only when there is none. */
export function nameOf(named: Named | null | undefined, language: Language): string {
  if (!named) return "";
  return (language === "zh" ? named.nameZh || named.nameEn : named.nameEn || named.nameZh) ?? "";
}

/** The other name, when it differs from the one shown first. */
export function otherNameOf(named: Named, language: Language): string | null {
  const other = language === "zh" ? named.nameEn : named.nameZh;
  return other && other !== nameOf(named, language) ? other : null;
}

/** A place or value label: Chinese first, in English the English one when there is one. */
export function labelOf(value: { label: string; labelEn?: string | null }, language: Language): string {
  return language === "zh" ? value.label : value.labelEn || value.label;
}

const THOUSANDS = new Intl.NumberFormat("en-US");

/** Whole numbers: 1,024; from 10,000 on in Chinese 1.2万 (one decimal, exact figure belongs in a title). */
export function formatCount(count: number, language: Language): string {
  if (language === "en" || count < 10_000) return THOUSANDS.format(count);
  const tenThousands = Math.round(count / 1_000) / 10;
  return `${THOUSANDS.format(tenThousands)}万`;
}

/** Whole numbers with thousands separators in either language, for where every unit counts. */
export function formatExact(count: number): string {
  return THOUSANDS.format(count);
}

/** Year of a partial date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), or null. */
export function yearOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})(?:-|$)/.exec(date ?? "");
  return match ? Number(match[1]) : null;
}

/** A place with the places it lies within. */
export interface PlaceWithin extends Named {
  level: string;
  within: readonly (Named & { level: string })[];
}

/** Shows China's own places without 中国; 香港, 澳门 and 台湾 carry it in their names. */
function isHome(place: Named & { level: string }): boolean {
  return place.level === "COUNTRY" && place.nameZh === "中国";
}

/**
 * A place with enough of what it lies within to be unmistakable: 重庆 · 万州区, Wanzhou, Chongqing.
 * China is left out; levels that repeat a name (上海 within 上海) are shown once.
 */
export function placeLabel(place: PlaceWithin | null | undefined, language: Language): string {
  if (!place) return "";
  const chain = [place, ...place.within].filter((part, index) => index === 0 || !isHome(part));
  const names = chain.map((part) => nameOf(part, language)).filter((name, index, all) => name !== "" && !isRepeat(name, all[index - 1]));
  return language === "zh" ? names.reverse().join(" ") : names.join(", ");
}

/** 重庆市 within 重庆 is the same municipality at another level. */
function isRepeat(name: string, narrower: string | undefined): boolean {
  return narrower !== undefined && narrower.replace(/[市省]$/, "") === name.replace(/[市省]$/, "");
}
