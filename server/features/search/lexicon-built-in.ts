import type { Lexicon, Role, TermEntry, TermValue } from "./lexicon.types.ts";
import { shortPlaceName } from "./lexicon-terms.ts";

/** One-character names of provinces (GB/T 2260 abbreviations and the usual second ones). */
const PROVINCE_LETTERS = new Map(
  "京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 吉吉林 黑黑龙江 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北 湘湖南 粤广东 琼海南 川四川 蜀四川 贵贵州 黔贵州 云云南 滇云南 陕陕西 秦陕西 甘甘肃 陇甘肃 青青海 桂广西 蒙内蒙古 宁宁夏 藏西藏 新新疆 港香港 澳澳门 台台湾"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

/** Names for several provinces together. */
const REGIONS: readonly (readonly [string, string])[] = [
  ["川渝", "川渝"],
  ["成渝", "川渝"],
  ["巴蜀", "川渝"],
  ["京津冀", "京津冀"],
  ["江浙", "苏浙"],
  ["江浙沪", "苏浙沪"],
  ["苏浙沪", "苏浙沪"],
  ["长三角", "沪苏浙皖"],
  ["粤港澳", "粤港澳"],
  ["港澳", "港澳"],
  ["港澳台", "港澳台"],
  ["云贵川", "云贵川"],
  ["云贵", "云贵"],
  ["两湖", "湘鄂"],
  ["两广", "粤桂"],
  ["陕甘宁", "陕甘宁"],
  ["东北三省", "辽吉黑"],
  ["东三省", "辽吉黑"],
  ["黔渝", "黔渝"],
  ["渝黔", "黔渝"],
  ["渝川", "川渝"],
  ["鄂渝", "鄂渝"],
];

/** Countries written with one character after 在, 旅, 留 and before 籍. */
const COUNTRY_LETTERS = new Map(
  "美美国 英英国 法法国 德德国 日日本 俄俄罗斯 韩韩国 加加拿大 澳澳大利亚 瑞瑞士 荷荷兰"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(1)]),
);

/** Everyday words for key technologies and directions, by the name in the plan (design.md §2). */
const FIELD_WORDS: readonly (readonly [string, string])[] = [
  ["量子信息", "量子,量子科技,量子技术,量子信息科学,量子資訊,quantum,quantum information,quantum technology,quantum science"],
  [
    "集成电路",
    "半导体,芯片,微电子,积体电路,晶片,semiconductor,semiconductors,chip,chips,microelectronics,integrated circuit,integrated circuits,ic design",
  ],
  ["新一代人工智能及大数据", "人工智能,人工智慧,AI,大数据,artificial intelligence,big data"],
  ["高端新材料", "新材料,材料,材料科学,材料学,materials,material,materials science,new materials,advanced materials"],
  ["基因与生物技术", "基因,生物技术,生物工程,biotech,biotechnology,gene technology,genetics"],
  ["临床医学与健康", "临床医学,临床,医学,医疗健康,medicine,clinical medicine,medical"],
  ["智能制造与机器人技术", "机器人,智能制造,robotics,robots,robot,robotic,smart manufacturing,intelligent manufacturing"],
  ["高端医疗装备与创新药技术", "医疗装备,医疗器械,创新药,新药,制药,medical devices,drug discovery,new drugs,pharma,pharmaceuticals"],
  [
    "新能源汽车与智能(网联)汽车",
    "新能源汽车,电动汽车,智能汽车,智能网联汽车,自动驾驶汽车,electric vehicles,electric vehicle,ev,evs,new energy vehicles",
  ],
  ["深空探测", "深空,探月,deep space,deep space exploration,space exploration"],
  ["空天科学", "空天,航天航空,航空航天,aerospace"],
  ["信息科学", "信息技术,资讯科学,information science,information technology"],
  ["生命科学", "生命,生物,生物学,life science,life sciences,biology"],
  ["物质科学", "物质,matter science,physical sciences,physical science"],
];

/** Usual short names of universities and institutes, by full name; those missing in the lexicon are left out. */
const INSTITUTION_WORDS: readonly (readonly [string, string])[] = [
  ["北京大学", "北大,pku,peking university,peking"],
  ["清华大学", "清华,thu,tsinghua"],
  ["中国科学院", "中科院,科学院,cas,chinese academy of sciences"],
  ["中国工程院", "工程院,cae,chinese academy of engineering"],
  ["中国科学技术大学", "中科大,科大,中国科大,ustc"],
  ["复旦大学", "复旦,fudan"],
  ["上海交通大学", "上海交大,上交,交大,sjtu"],
  ["西安交通大学", "西安交大,西交,xjtu,交大"],
  ["浙江大学", "浙大,zju"],
  ["南京大学", "南大,nju"],
  ["武汉大学", "武大,whu"],
  ["华中科技大学", "华科,华中科大,hust"],
  ["四川大学", "川大,scu"],
  ["重庆大学", "重大,cqu"],
  ["电子科技大学", "成电,电子科大,成都电子科大,uestc"],
  ["西南交通大学", "西南交大,swjtu"],
  ["西南大学", "swu"],
  ["哈尔滨工业大学", "哈工大,hit"],
  ["北京航空航天大学", "北航,buaa"],
  ["北京理工大学", "北理工,北理,bit"],
  ["中国科学院大学", "国科大,ucas"],
  ["中国人民大学", "人大"],
  ["南开大学", "南开,nku"],
  ["天津大学", "天大,tju"],
  ["大连理工大学", "大工,大连理工"],
  ["吉林大学", "吉大,jlu"],
  ["山东大学", "山大"],
  ["中山大学", "中大,sysu"],
  ["华南理工大学", "华工,华南理工,scut"],
  ["厦门大学", "厦大,xmu"],
  ["同济大学", "同济"],
  ["东南大学", "东大,seu"],
  ["西北工业大学", "西工大,nwpu"],
  ["国防科学技术大学", "国防科大,nudt"],
  ["国防科技大学", "国防科大,nudt"],
  ["北京师范大学", "北师大,bnu"],
  ["华东师范大学", "华东师大,ecnu"],
  ["兰州大学", "兰大"],
  ["湖南大学", "湖大"],
  ["中南大学", "csu"],
  ["南方科技大学", "南科大,sustech"],
  ["北京协和医学院", "协和,协和医学院"],
  ["中国农业大学", "农大,中国农大"],
  ["北京科技大学", "北科大,北京科大"],
  ["香港大学", "港大,hku"],
  ["香港中文大学", "港中文,中大,cuhk"],
  ["香港科技大学", "港科大,hkust"],
  ["台湾大学", "台大,ntu"],
  ["新加坡国立大学", "nus,新国立"],
  ["南洋理工大学", "ntu,南洋理工"],
  ["麻省理工学院", "mit,麻省理工,massachusetts institute of technology"],
  ["斯坦福大学", "斯坦福,stanford"],
  ["哈佛大学", "哈佛,harvard"],
  ["加州理工学院", "caltech,加州理工,california institute of technology"],
  ["加州大学伯克利分校", "berkeley,uc berkeley,伯克利,ucb,加州大学伯克利"],
  ["加利福尼亚大学伯克利分校", "berkeley,uc berkeley,伯克利"],
  ["加州大学洛杉矶分校", "ucla"],
  ["加州大学圣地亚哥分校", "ucsd,uc san diego"],
  ["加州大学圣塔芭芭拉分校", "ucsb"],
  ["加州大学旧金山分校", "ucsf"],
  ["普林斯顿大学", "普林斯顿,princeton university"],
  ["耶鲁大学", "耶鲁,yale"],
  ["康奈尔大学", "康奈尔,cornell"],
  ["哥伦比亚大学", "哥大,columbia university"],
  ["芝加哥大学", "芝大"],
  ["宾夕法尼亚大学", "宾大,upenn"],
  ["卡内基梅隆大学", "cmu,卡内基梅隆,carnegie mellon"],
  ["约翰斯·霍普金斯大学", "约翰霍普金斯,johns hopkins,jhu"],
  ["约翰霍普金斯大学", "约翰霍普金斯,johns hopkins,jhu"],
  ["牛津大学", "牛津,oxford university"],
  ["剑桥大学", "剑桥,cambridge university"],
  ["帝国理工学院", "帝国理工,imperial college,imperial"],
  ["伦敦大学学院", "ucl"],
  ["苏黎世联邦理工学院", "eth,eth zurich,苏黎世联邦理工"],
  ["洛桑联邦理工学院", "epfl"],
  ["东京大学", "东大,utokyo"],
  ["京都大学", "京大"],
  ["纽约大学", "nyu"],
  ["多伦多大学", "多大"],
];

/** The same short names for an institution that the lexicon only knows in English. */
const ENGLISH_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^massachusetts institute of technology$/iu, "mit,麻省理工"],
  [/^california institute of technology$/iu, "caltech,加州理工"],
  [/^university of california,? (?:at )?berkeley$/iu, "berkeley,uc berkeley,伯克利"],
  [/^university of california,? los angeles$/iu, "ucla"],
  [/^university of california,? san diego$/iu, "ucsd"],
  [/^university of california,? san francisco$/iu, "ucsf"],
  [/^university of california,? santa barbara$/iu, "ucsb"],
  [/^stanford university$/iu, "斯坦福"],
  [/^harvard university$/iu, "哈佛"],
  [/^yale university$/iu, "耶鲁"],
  [/^princeton university$/iu, "普林斯顿"],
  [/^carnegie mellon university$/iu, "cmu,carnegie mellon"],
  [/^eth z(?:u|ü)rich$|^swiss federal institute of technology in zurich$/iu, "eth,eth zurich"],
  [/^imperial college london$/iu, "imperial,imperial college"],
  [/^university college london$/iu, "ucl"],
  [/^university of oxford$/iu, "牛津,oxford university"],
  [/^university of cambridge$/iu, "剑桥,cambridge university"],
];

const TIERS: readonly (readonly [string, string, string])[] = [
  ["TOP", "顶尖", "顶尖,顶级"],
  ["OUTSTANDING", "杰出", "杰出"],
  ["LEADING", "领军", "领军"],
  ["YOUNG", "青年", "青年"],
];
const ENGLISH_TIERS: readonly (readonly [string, string])[] = [
  ["TOP", "top"],
  ["OUTSTANDING", "outstanding"],
  ["LEADING", "leading"],
  ["YOUNG", "young"],
];
const PEOPLE = ["科学家", "人才", "学者", "专家", "人物", "教授", "科技人才"];
const ENGLISH_PEOPLE = [
  "scientist",
  "scientists",
  "researcher",
  "researchers",
  "scholar",
  "scholars",
  "expert",
  "experts",
  "talent",
  "talents",
  "academics",
  "professors",
];

const CAS_WORDS =
  "中科院院士,中国科学院院士,科学院院士,学部委员,cas member,cas members,cas academician,cas academicians,member of cas,members of cas,member of the chinese academy of sciences,members of the chinese academy of sciences,member of chinese academy of sciences,chinese academy of sciences member,chinese academy of sciences members,chinese academy of sciences academician,chinese academy of sciences academicians";
const CAE_WORDS =
  "工程院院士,中国工程院院士,cae member,cae members,cae academician,cae academicians,member of cae,members of cae,member of the chinese academy of engineering,members of the chinese academy of engineering,member of chinese academy of engineering,chinese academy of engineering member,chinese academy of engineering members,chinese academy of engineering academician,chinese academy of engineering academicians";
const BOTH_WORDS = "院士,两院院士,academician,academicians";
const NOBEL_WORDS =
  "诺贝尔奖,诺奖,诺贝尔奖得主,诺奖得主,诺贝尔物理学奖,诺贝尔化学奖,诺贝尔生理学或医学奖,诺贝尔医学奖,诺贝尔经济学奖,nobel prize in physics,nobel prize in chemistry,nobel prize in medicine,nobel prize in physiology or medicine,nobel,nobel prize,nobel laureate,nobel laureates,nobel prize winner,nobel prize winners";

const ABROAD = "海外,国外,境外,overseas,abroad,outside china,outside of china,outside mainland china".split(",");
const AT_HOME = "国内,境内,中国大陆,mainland china".split(",");

function placesNamed(lexicon: Lexicon, nameZh: string, level: "COUNTRY" | "PROVINCE"): TermValue[] {
  return lexicon.places
    .filter(
      (place) =>
        (place.level === level || (level === "PROVINCE" && place.level === "COUNTRY")) &&
        [place.nameZh, shortPlaceName(place.nameZh), ...place.aliases].includes(nameZh),
    )
    .slice(0, 1)
    .map((place) => ({
      id: place.id,
      label: place.nameZh,
      within: place.within,
      country: place.level === "COUNTRY",
      foreign: place.level === "COUNTRY" && !place.nameZh.startsWith("中国"),
    }));
}

function* regionTerms(lexicon: Lexicon): Generator<TermEntry> {
  const provinces = new Map(
    [...PROVINCE_LETTERS].map(([letter, name]): [string, TermValue[]] => [letter, placesNamed(lexicon, name, "PROVINCE")]),
  );
  for (const [letter, values] of provinces) for (const value of values) yield { text: `${letter}籍`, kind: "place", value, role: "home" };
  for (const [name, letters] of REGIONS)
    for (const letter of letters)
      for (const value of provinces.get(letter) ?? []) {
        yield { text: name, kind: "place", value };
        yield { text: `${name}籍`, kind: "place", value, role: "home" };
      }
}

function* countryTerms(lexicon: Lexicon): Generator<TermEntry> {
  const roles: readonly (readonly [string, string, Role])[] = [
    ["在", "", "work"],
    ["旅", "", "work"],
    ["驻", "", "work"],
    ["留", "", "study"],
    ["", "籍", "home"],
  ];
  for (const [letter, name] of COUNTRY_LETTERS)
    for (const value of placesNamed(lexicon, name, "COUNTRY"))
      for (const [before, after, role] of roles) yield { text: `${before}${letter}${after}`, kind: "place", value, role };
  for (const value of placesNamed(lexicon, "中国", "COUNTRY")) {
    for (const text of ABROAD) yield { text, kind: "abroad", value: { ...value, label: "中国以外" } };
    for (const text of AT_HOME) yield { text, kind: "place", value, role: "work" };
    yield { text: "在华", kind: "place", value, role: "work" };
  }
}

function* wordsFor(kind: "field" | "award" | "institution", values: readonly TermValue[], words: string): Generator<TermEntry> {
  for (const value of values) for (const text of words.split(",")) yield { text, kind, value, derived: true };
}

function* awardTerms(lexicon: Lexicon): Generator<TermEntry> {
  const values = lexicon.awards.map((award) => ({ award, value: { id: award.id, label: award.nameZh ?? award.nameEn } }));
  for (const { award, value } of values)
    for (const text of [award.nameZh ?? "", award.nameEn, ...award.aliases]) yield { text, kind: "award", value };
  const those = (zh: RegExp, en: RegExp): TermValue[] =>
    values.filter(({ award }) => zh.test(award.nameZh ?? "") || en.test(award.nameEn)).map(({ value }) => value);
  const cas = those(/^(?:中国)?科学院|中科院院士/u, /Chinese Academy of Sciences/iu);
  const cae = those(/^(?:中国)?工程院/u, /Chinese Academy of Engineering/iu);
  yield* wordsFor("award", cas, CAS_WORDS);
  yield* wordsFor("award", cae, CAE_WORDS);
  yield* wordsFor("award", [...cas, ...cae], BOTH_WORDS);
  yield* wordsFor("award", those(/诺贝尔/u, /Nobel/iu), NOBEL_WORDS);
}

function* tierTerms(): Generator<TermEntry> {
  for (const [id, label, words] of TIERS)
    for (const word of words.split(","))
      for (const people of ["", ...PEOPLE]) yield { text: word + people, kind: "tier", value: { id, label } };
  for (const [id, word] of ENGLISH_TIERS) {
    const label = TIERS.find(([tier]) => tier === id)?.[1] ?? id;
    for (const people of ENGLISH_PEOPLE) yield { text: `${word} ${people}`, kind: "tier", value: { id, label } };
  }
}

/** Terms that belong to the language rather than to the data, tied to the lexicon's ids; what the lexicon lacks is left out. */
export function* builtInTerms(lexicon: Lexicon): Generator<TermEntry> {
  yield* regionTerms(lexicon);
  yield* countryTerms(lexicon);
  yield* awardTerms(lexicon);
  yield* tierTerms();
  for (const [name, words] of FIELD_WORDS) {
    const fields = lexicon.fields.filter((field) => field.nameZh.replace(/[（）()]/gu, "") === name.replace(/[()]/gu, ""));
    yield* wordsFor(
      "field",
      fields.map((field) => ({ id: field.id, label: field.nameZh })),
      words,
    );
  }
  for (const institution of lexicon.institutions) {
    const value = { id: institution.id, label: institution.nameZh ?? institution.nameEn ?? institution.id };
    const names = [institution.nameZh, institution.nameEn, ...institution.aliases];
    for (const [name, words] of INSTITUTION_WORDS) if (names.includes(name)) yield* wordsFor("institution", [value], words);
    for (const [pattern, words] of ENGLISH_NAMES)
      if (names.some((name) => name && pattern.test(name))) yield* wordsFor("institution", [value], words);
  }
}
