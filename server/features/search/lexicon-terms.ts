import { hasHan, simplify } from "../names/index.ts";
import type { Lexicon, TermEntry, TermValue } from "./lexicon.types.ts";

/** Words for people after a place in English, where they differ from the place's name. */
const DEMONYMS = new Map<string, readonly string[]>(
  Object.entries({
    "United States": ["american", "americans", "us", "usa", "u.s.", "america"],
    "United Kingdom": ["british", "uk", "britain", "english"],
    China: ["chinese"],
    Germany: ["german", "germans"],
    France: ["french"],
    Japan: ["japanese"],
    Russia: ["russian", "russians"],
    Canada: ["canadian", "canadians"],
    Australia: ["australian", "australians"],
    Italy: ["italian", "italians"],
    Switzerland: ["swiss"],
    Sweden: ["swedish"],
    Netherlands: ["dutch", "holland"],
    Israel: ["israeli", "israelis"],
    India: ["indian", "indians"],
    "South Korea": ["korean", "koreans", "korea"],
    Singapore: ["singaporean", "singaporeans"],
    Spain: ["spanish"],
    Austria: ["austrian", "austrians"],
    Belgium: ["belgian"],
    Denmark: ["danish"],
    Norway: ["norwegian"],
    Finland: ["finnish"],
    Poland: ["polish"],
    Hungary: ["hungarian"],
    Brazil: ["brazilian"],
    Ireland: ["irish"],
    "Hong Kong": ["hongkong"],
    Sichuan: ["sichuanese"],
    Beijing: ["beijinger", "beijingers"],
    Shanghai: ["shanghainese"],
  }),
);

const ETHNIC =
  "蒙古族|蒙古|回族|回|藏族|藏|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春|门巴族|珞巴族|各族";
const AUTONOMOUS = new RegExp(`(?:${ETHNIC})*(?:自治区|自治州|自治县|自治旗)$`, "u");
const UNIT = /(?:特别行政区|新区|地区|林区|矿区|省|市|县|区|盟|旗)$/u;

/** A Chinese place name without its unit (四川省 → 四川, 甘孜藏族自治州 → 甘孜); null when nothing fit is left. */
export function shortPlaceName(nameZh: string): string | null {
  const short = nameZh
    .replace(/^中国(?=香港|澳门|台湾)/u, "")
    .replace(AUTONOMOUS, "")
    .replace(UNIT, "");
  return short !== nameZh && short.length >= 2 ? short : null;
}

/** Every written form of the lexicon's places. */
export function* placeTerms(lexicon: Lexicon): Generator<TermEntry> {
  for (const place of lexicon.places) {
    const country = place.level === "COUNTRY";
    const value: TermValue = {
      id: place.id,
      label: place.nameZh || (place.nameEn ?? place.id),
      within: place.within,
      country,
      foreign: country && !place.nameZh.startsWith("中国"),
    };
    const county = place.level === "COUNTY";
    // County names of two characters are too often everyday words (和平, 新华, 大足).
    const weak = (text: string): boolean => county && (text.length <= 2 || !hasHan(text));
    const stated = [place.nameZh, place.nameEn ?? "", ...place.aliases];
    for (const text of stated) {
      // One-character names (川, 蜀) only mean a place inside 川籍, 川渝 and the like, which are terms of their own.
      if (text.length < 2) continue;
      yield { text, kind: "place", value, weak: weak(text) };
      const short = hasHan(text) ? shortPlaceName(text) : null;
      if (short) yield { text: short, kind: "place", value, weak: weak(short), derived: county };
      const english = /^(.+?),? (?:province|municipality|city|county|district|shi|sheng)$/iu.exec(text)?.[1];
      if (english) yield { text: english, kind: "place", value, weak: weak(english), derived: county };
    }
    for (const text of DEMONYMS.get(place.nameEn ?? "") ?? []) yield { text, kind: "place", value };
  }
}

const UNIVERSITY_SHORT = /^(.{2,})大学$/u;
const ENGLISH_UNIVERSITY = /^(?:the )?(\S.*?) university$/iu;

/** Forms of institutions that are short for exactly one of them and no name of a place or field. */
function* shortInstitutionNames(lexicon: Lexicon): Generator<TermEntry> {
  const taken = new Set<string>();
  for (const place of lexicon.places) {
    for (const text of [place.nameZh, place.nameEn ?? "", ...place.aliases]) {
      taken.add(text.toLowerCase());
      const short = shortPlaceName(text);
      if (short) taken.add(short);
    }
  }
  for (const field of lexicon.fields)
    for (const text of [field.nameZh, field.nameEn ?? "", ...field.synonyms]) taken.add(text.toLowerCase());
  for (const institution of lexicon.institutions) {
    const value = { id: institution.id, label: institution.nameZh ?? institution.nameEn ?? institution.id };
    const zh = institution.nameZh ? UNIVERSITY_SHORT.exec(simplify(institution.nameZh))?.[1] : undefined;
    if (zh && !taken.has(zh)) yield { text: zh, kind: "institution", value, derived: true };
    const en = institution.nameEn ? ENGLISH_UNIVERSITY.exec(institution.nameEn)?.[1] : undefined;
    if (en && en.length > 3 && !taken.has(en.toLowerCase())) yield { text: en, kind: "institution", value, derived: true };
  }
}

/** Every written form of the lexicon's institutions. */
export function* institutionTerms(lexicon: Lexicon): Generator<TermEntry> {
  for (const institution of lexicon.institutions) {
    const value = { id: institution.id, label: institution.nameZh ?? institution.nameEn ?? institution.id };
    for (const text of [institution.nameZh ?? "", institution.nameEn ?? "", ...institution.aliases]) {
      yield { text, kind: "institution", value };
      // 中国科学院物理研究所 is as often written 中科院物理所.
      const academy = text.replace(/^中国科学院/u, "中科院");
      if (academy !== text) yield { text: academy, kind: "institution", value, derived: true };
      if (/研究所$/u.test(academy)) yield { text: academy.replace(/研究所$/u, "所"), kind: "institution", value, derived: true };
      const plain = text.replace(/^the /iu, "").replace(/\s*\([^)]*\)$/u, "");
      if (plain !== text && plain.length > 3) yield { text: plain, kind: "institution", value, derived: true };
    }
  }
  yield* shortInstitutionNames(lexicon);
}

const ZH_QUALIFIER = /^(?:新一代|高端|先进|创新)/u;
const EN_QUALIFIER = /^(?:advanced|next generation|next-generation|high-end|new generation|new|innovative)\s+/iu;

function partsOf(name: string): string[] {
  const parts = hasHan(name) ? name.split(/及|与|和|、|，/u) : name.split(/\s*(?:,|&|\band\b)\s*/iu);
  const forms = new Set<string>();
  for (const part of [name, ...parts]) {
    const bare = part.replace(/[(（][^)）]*[)）]/gu, "").trim();
    const plain = bare.replace(ZH_QUALIFIER, "").replace(EN_QUALIFIER, "");
    for (const form of [bare, plain, plain.replace(/技术$/u, "").replace(/\s+(?:technology|technologies)$/iu, "")])
      if (hasHan(form) ? form.length >= 3 : form.length >= 4) forms.add(form);
  }
  forms.delete(name);
  return [...forms];
}

/** Every written form of the lexicon's fields; parts of compound names (新一代人工智能及大数据 → 大数据) as derived forms. */
export function* fieldTerms(lexicon: Lexicon): Generator<TermEntry> {
  for (const field of lexicon.fields) {
    const value = { id: field.id, label: field.nameZh };
    for (const text of [field.nameZh, field.nameEn ?? "", ...field.synonyms]) {
      yield { text, kind: "field", value };
      if (!hasHan(text) && /[a-z]{4,}$/iu.test(text)) {
        yield { text: text.endsWith("s") ? text.slice(0, -1) : `${text}s`, kind: "field", value, derived: true };
      }
    }
    for (const text of [field.nameZh, field.nameEn ?? ""])
      for (const part of partsOf(text)) yield { text: part, kind: "field", value, derived: true };
  }
}
