import { pinyin } from "pinyin-pro";
import { spellings } from "./pinyin-syllables.ts";

/**
 * Readings of single surnames that differ from the character's common reading, the surname reading
 * first. Source of the readings: 《现代汉语词典》 surname entries; the common reading stays findable
 * through {@link charReadings}.
 */
const SURNAME_READINGS = new Map(
  (
    "曾zeng 单shan 仇qiu 查zha 朴piao,pu 解xie 区ou 盖ge,gai 种chong 乐yue,le 缪miao 覃qin,tan 员yun 逄pang 任ren 纪ji 宁ning 华hua 燕yan 洗xian 冼xian 折she 召shao 翟zhai,di 牟mou,mu 那na 卜bu " +
    "瞿qu 黑he,hei 秘bi 繁po 訾zi 隗wei,kui 祭zhai 尉wei 哈ha 郇xun,huan 幺yao 会gui 句gou 车che 贾jia 石shi 沈shen 俞yu 薄bo 柏bai,bo 费fei,bi 莘shen,xin 相xiang 谌chen,shen 乜nie 佘she 阚kan 郗xi,chi 臧zang 藏zang 谷gu " +
    "葛ge 干gan 应ying 曲qu 宓mi,fu 冯feng 叶ye 陆lu 许xu 朱zhu 孙sun 丁ding 彭peng 汤tang 陶tao 殷yin 莫mo 万wan 于yu 余yu 令ling 过guo 重chong 晟cheng 撒sa 能nai 钭tou 麴qu 仉zhang 阙que 鲜xian 便pian 不fou 少shao 长zhang 行xing 敦dun 都du 盛sheng 褚chu 景jing 参shen 库she 厍she 适kuo 贠yun 妫gui 芮rui 蕃bo 炅gui 昝zan 谯qiao 亓qi 睢sui 雒luo 辜gu 檀tan 濮pu"
  )
    .split(" ")
    .map((entry): [string, string[]] => [entry.charAt(0), entry.slice(1).split(",")]),
);

/** Compound surnames; a reading is given where it is not the common reading of the characters. */
const COMPOUND_SURNAMES = new Map<string, string[] | null>(
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟mo,qi 闻人 夏侯 诸葛 尉迟yu,chi 公羊 赫连 澹台tan,tai 皇甫huang,fu 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙zhang,sun 宇文 司徒 鲜于xian,yu 司空 闾丘 子车zi,ju 亓官qi,guan 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正yue,zheng 宰父zai,fu 谷梁 拓跋tuo,ba 夹谷jia,gu 轩辕 令狐ling,hu 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 完颜 纳兰 叶赫 爱新觉罗 单于chan,yu 耶律"
    .split(" ")
    .map((entry): [string, string[] | null] => {
      const split = /^([^a-z]+)([a-z,]*)$/.exec(entry);
      const readings = split?.[2];
      return [split?.[1] ?? entry, readings ? readings.split(",") : null];
    }),
);

/** One way to read a name aloud. */
export interface Reading {
  readonly syllables: readonly string[];
  /** How many of the syllables are the surname. */
  readonly family: number;
  /** 0: surname reading first and the usual reading of the rest; 1: every other plausible reading. */
  readonly rank: 0 | 1;
}

const MAX_READINGS = 10;
/** Phrases whose reading is kept: surnames and given names come again and again, and a look into the phrase dictionary takes 10 µs. */
const PHRASES_KEPT = 10_000;
const phraseCache = new Map<string, readonly string[]>();
const charCache = new Map<string, readonly string[]>();
const SYLLABLE = /^[a-z]+$/;

/** The toneless readings of one character, the most common first, ü as v; empty for a character without one. */
export function charReadings(char: string): readonly string[] {
  const known = charCache.get(char);
  if (known) return known;
  const all = pinyin(char, { multiple: true, toneType: "none", type: "array", v: true });
  const readings = [...new Set(all)].filter((reading) => SYLLABLE.test(reading)).slice(0, 4);
  charCache.set(char, readings);
  return readings;
}

/**
 * How many leading characters of a 汉字 name are its surname. Compound surnames are known by list;
 * any other four-character name is taken as 2 + 2 (double-barrelled and Japanese names).
 */
export function familyLength(chars: readonly string[]): number {
  if (COMPOUND_SURNAMES.has(chars.slice(0, 4).join(""))) return Math.min(4, chars.length - 1) || 1;
  if (chars.length > 2 && COMPOUND_SURNAMES.has(chars.slice(0, 2).join(""))) return 2;
  return chars.length === 4 ? 2 : 1;
}

function phraseReading(phrase: string): readonly string[] {
  const known = phraseCache.get(phrase);
  if (known) return known;
  const read = pinyin(phrase, { toneType: "none", type: "array", v: true });
  if (phraseCache.size < PHRASES_KEPT) phraseCache.set(phrase, read);
  return read;
}

/** The reading in context, surname and rest apart, since 陈重庆 holds the word 重庆 (chong qing) and not 陈重. */
function usualReading(chars: readonly string[], family: number, options: readonly (readonly string[])[]): string[] {
  const common = options.map((readings) => readings[0] ?? "");
  // Only names with a character of several readings need the phrase dictionary.
  if (options.every((readings) => readings.length === 1)) return common;
  const read = [chars.slice(0, family), chars.slice(family)].flatMap((part) => (part.length === 0 ? [] : phraseReading(part.join(""))));
  if (read.length !== chars.length) return common;
  return options.map((readings, at) => {
    const syllable = read[at] ?? "";
    return readings.includes(syllable) ? syllable : (readings[0] ?? "");
  });
}

function surnameReadings(chars: readonly string[], family: number, usual: readonly string[]): string[][] {
  const surname = chars.slice(0, family).join("");
  const compound = COMPOUND_SURNAMES.get(surname);
  if (compound) return [compound];
  if (family > 1) return [usual.slice(0, family)];
  const special = SURNAME_READINGS.get(surname);
  return special ? special.map((reading) => [reading]) : [usual.slice(0, 1)];
}

/**
 * Every plausible reading of a 汉字 name (曾文清 → `zeng wen qing`, then `ceng wen qing`), the best first.
 * Readings other than the best differ from it in the surname or in one character of the rest.
 * @param name 简体 characters only, no dots or spaces.
 */
export function nameReadings(name: string): Reading[] {
  const chars = [...name];
  const options = chars.map(charReadings);
  if (chars.length === 0 || options.some((readings) => readings.length === 0)) return [];
  const family = familyLength(chars);
  const usual = usualReading(chars, family, options);
  const heads = surnameReadings(chars, family, usual);
  const single = heads.length === 1 && heads[0]?.join() === usual.slice(0, family).join();
  if (single && options.every((readings) => readings.length === 1)) return [{ syllables: usual, family, rank: 0 }];
  const best = [...(heads[0] ?? []), ...usual.slice(family)];
  const readings: Reading[] = [{ syllables: best, family, rank: 0 }];
  const add = (syllables: readonly string[]): void => {
    const text = syllables.join(" ");
    if (readings.length < MAX_READINGS && !readings.some((known) => known.syllables.join(" ") === text))
      readings.push({ syllables, family, rank: 1 });
  };
  for (const head of heads) add([...head, ...best.slice(family)]);
  options.forEach((alternatives, at) => {
    for (const reading of alternatives) add(best.map((syllable, index) => (index === at ? reading : syllable)));
  });
  return readings;
}

/** Spells a reading in the letters people type, expanding ü (吕 → lv, lu, lyu); at most eight spellings. */
export function spellReading(syllables: readonly string[]): string[][] {
  if (!syllables.some((syllable) => syllable.includes("v"))) return [[...syllables]];
  let spelled: string[][] = [[]];
  for (const syllable of syllables) {
    const options = spellings(syllable);
    spelled = spelled.flatMap((prefix) => options.map((option) => [...prefix, option]));
    if (spelled.length > 8) spelled = spelled.slice(0, 8);
  }
  return spelled;
}

/** The most frequent Chinese surnames in everyday use, for telling a name from other words. */
const COMMON_SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由岩奕曾湛瓮谯贝浩竺滑降牧年桓",
);

/** Whether the 简体 text begins with a common, a specially read or a compound surname. */
export function startsWithSurname(text: string): boolean {
  const chars = [...text];
  const first = chars[0] ?? "";
  return COMMON_SURNAMES.has(first) || SURNAME_READINGS.has(first) || COMPOUND_SURNAMES.has(chars.slice(0, 2).join(""));
}
