import { Converter } from "opencc-js/t2cn";

/**
 * Character folding shared by names, lexicon and typed text. Everything here works character by
 * character and is applied alike to what is stored and what is typed, so both sides always meet.
 */

const toMainland = Converter({ from: "t", to: "cn" });

/** Japanese and rare variants that OpenCC's Chinese tables leave alone, as they occur in personal names. */
const VARIANTS = new Map(
  "沢泽 広广 辺边 邉边 邊边 斎斋 桜樱 竜龙 﨑崎 髙高 栄荣 実实 応应 円圆 塩盐 恵惠 徳德 豊丰 浜滨 渋涩 滝泷 瀬濑 蔵藏 楽乐 気气 仏佛 関关 経经 県县 図图 団团 権权 頼赖 黙默 齢龄 駅驿 鉄铁 銭钱 検检 験验 労劳 単单 厳严 総总 縄绳 繊纤 覚觉 学学 価价 仮假 帰归 弾弹 従从 恒恒 戦战 択择 拡扩 捜搜 斉齐 暁晓 歩步 毎每 焼烧 犠牺 獣兽 畳叠 穂穗 粋粹 続续 聴听 脳脑 臓脏 荘庄 薬药 訳译 読读 譲让 醸酿 釈释 鋳铸 陥陷 隠隐 雑杂 霊灵 静静 顕显 館馆 髄髓 鶏鸡 麦麦 黒黑 亜亚 児儿 勲勋 呉吴 壌壤 変变 奥奥 巌岩 峯峰 嶋岛 嶌岛 冨富 眞真 淺浅 瑤瑶 濶阔 甯宁 啓启 滙汇 羣群 裡里 綫线 鉅巨"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

const simplified = new Map<string, string>();

/**
 * The 简体 form of one character, always of the same UTF-16 length as the input, so that offsets
 * in the folded text are offsets in the typed text.
 */
export function simplifyChar(char: string): string {
  const known = simplified.get(char);
  if (known !== undefined) return known;
  const converted = toMainland(VARIANTS.get(char) ?? char);
  const result = converted.length === char.length ? converted : char;
  simplified.set(char, result);
  return result;
}

/** The 简体 form of a text, character by character; same length as the input. */
export function simplify(text: string): string {
  let out = "";
  for (const char of text) out += char < "\u2e80" ? char : simplifyChar(char);
  return out;
}

/** Letters that Unicode decomposition does not reduce to A–Z. */
const LETTERS = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["ı", "i"],
  ["ħ", "h"],
  ["ŋ", "n"],
  ["ŧ", "t"],
  ["ə", "e"],
  ["ƒ", "f"],
]);

/** The German and Nordic spellings of the same letters when no diacritic can be typed. */
const EXPANDED = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ø", "oe"],
  ["å", "aa"],
  ["ð", "dh"],
  ["đ", "dj"],
]);

const COMBINING = /\p{M}+/gu;

const ASCII = /^[\0-\x7f]*$/u;

/** Whether the text has only ASCII characters, for which there is nothing to fold but case. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

function foldWith(text: string, table: ReadonlyMap<string, string>): string {
  if (isAscii(text)) return text.toLowerCase();
  let out = "";
  for (const char of text.normalize("NFKC").toLowerCase()) {
    const mapped = table.get(char) ?? LETTERS.get(char);
    out += mapped ?? (char < "\u0080" ? char : char.normalize("NFKD").replace(COMBINING, ""));
  }
  return out;
}

const NO_EXPANSION = new Map<string, string>();

/** Lower case without diacritics: `Désiré` → `desire`, `Müller` → `muller`, `Łukasz` → `lukasz`. */
export function foldLatin(text: string): string {
  return foldWith(text, NO_EXPANSION);
}

/** As {@link foldLatin}, with umlauts and Nordic letters spelled out: `Müller` → `mueller`. */
export function expandLatin(text: string): string {
  return foldWith(text, EXPANDED);
}

/**
 * Folds typed text for the sentence parser: full width to half width, lower case, 简体, no
 * diacritics. The result has exactly the length of the input.
 */
export function foldKeepingLength(text: string): string {
  let out = "";
  for (const char of text) {
    if (char >= "\u2e80" && char < "\uff00") {
      out += simplifyChar(char);
      continue;
    }
    const folded = char < "\u0080" ? char.toLowerCase() : foldLatin(char);
    out += folded.length === char.length ? folded : simplifyChar(char);
  }
  return out;
}

const HAN = /\p{Script=Han}/u;

/** Whether the text contains a 汉字. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether the folded character is one of `a`–`z`. */
export function isLatinLetter(char: string): boolean {
  return char >= "a" && char <= "z" && char.length === 1;
}
