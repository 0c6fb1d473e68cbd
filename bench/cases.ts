import { DEFAULT_FACETS } from "../server/features/selection/index.ts";
import type { Case } from "./measure.ts";
import { PROSE_WORDS } from "./synthetic-people.ts";

/** Asks the server one GraphQL operation and returns its `data`. */
export type Ask = (query: string, variables: object) => Promise<unknown>;

const PAGE =
  "edges { cursor score matched { field text } node { id nameZh nameEn birthDate birthPlace { nameZh } latestEmployment { stated institution { nameZh nameEn } } fields { nameZh } } } pageInfo { hasNextPage endCursor }";
const LIST = `query ($query: String, $filter: ScientistFilter, $sort: ScientistSort, $after: String) { scientists(query: $query, filter: $filter, sort: $sort, first: 20, after: $after) { totalCount interpretation { key text } ${PAGE} } }`;
const FACETS =
  "query ($filter: ScientistFilter, $keys: [String!]) { scientists(filter: $filter, first: 0) { totalCount facets(keys: $keys) { key distinctCount values { id label labelEn count } } } }";
const MAP =
  "query ($view: MapView!, $zoom: Float!, $bounds: BoundsInput, $filter: ScientistFilter) { talentMap(view: $view, zoom: $zoom, bounds: $bounds, filter: $filter) { total located unlocated features { id kind label labelEn count longitude latitude bounds { west south east north } precision scientistId sharedId direction } } }";
const FLOWS =
  "query ($filter: ScientistFilter) { flows(from: BIRTHPLACE, to: WORKPLACE, level: PROVINCE, filter: $filter) { from { nameZh } to { nameZh } count } }";
const PERSON =
  "query ($id: ID!) { scientist(id: $id) { id nameZh nameEn aliases birthDate birthPlace { nameZh within { nameZh } } ancestralHome { nameZh } education { stated institution { nameZh } from to } employment { stated institution { nameZh } from to current } fields { nameZh broader { nameZh } } awards { award { nameZh nameEn } year } facts { property value inUse source { title } } related { scientist { id nameZh nameEn } reasons { kind } } } }";

/** Names written from the synthetic surnames and characters: another one each run, so that nothing kept is measured. */
const HAN_NAMES =
  "王伟 张文清 李芳 刘建国 陈思远 杨志宏 赵敏 黄海燕 周晓峰 吴雪梅 徐晨曦 孙振兴 胡永福 朱长青 高新民 林卫星 何浩然 郭子轩 罗欣怡 马俊佳 梁德立 宋东升 郑庆祥".split(
    " ",
  );
const PINYIN_NAMES =
  "wangwei|zhang wenqing|lifang|liu jianguo|chensiyuan|yang zhihong|zhaomin|huang haiyan|zhouxiaofeng|wu xuemei|xuchenxi|sun zhenxing|huyongfu|zhu changqing|gaoxinmin|lin weixing|hehaoran|guo zixuan|luoxinyi|ma junjia|liangdeli|song dongsheng|zhengqingxiang".split(
    "|",
  );
const INITIALS = "zwq ljg csy wjl lxm yzh zm hhy zxf wxm xcx szx hyf zcq gxm lwx hhr gzx lxy mjj ldl sds zqx".split(" ");

/** Parts of the commonest words of the prose: each stands in 75,000 to 210,000 people's. */
const COMMONEST =
  "冷冻 冻电 电镜 冷冻电 冻电镜 拓扑 扑绝 绝缘 缘体 拓扑绝 扑绝缘 绝缘体 拓扑绝缘 扑绝缘体 中微 微子 风洞 洞试 风洞试 洞试验 冷冻电镜 拓扑绝缘体 中微子".split(
    " ",
  );

/** Texts of each kind. Those of 23 are all typed for the first time, runs that come round to a text again say so in their name. */
const SEARCHES: ReadonlyArray<readonly [name: string, texts: readonly string[]]> = [
  ["search 汉字, a new name each time", HAN_NAMES],
  ["search one 汉字 (surname)", [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑"]],
  ["search pinyin, a new name each time", PINYIN_NAMES],
  ["search initials, new ones each time", INITIALS],
  ["search Latin, typo", ["Hans Berbersn", "Maria Finley", "zhangwenqin", "liu jiangou", "Olga Wallstin"]],
  [
    "search sentence",
    [
      "在美国做量子信息的四川籍科学家",
      "70后 空天科学 院士",
      "born in Sichuan, materials, works in Beijing",
      "重庆籍 集成电路",
      "北京大学毕业 四川人",
    ],
  ],
  ["search prose, a new word each time", PROSE_WORDS.slice(1, 24)],
  ["search prose, the commonest words, a new one each time", COMMONEST],
  ["search prose, five words again with other filters", PROSE_WORDS.slice(0, 5)],
];
/** What a 1440 × 900 screen shows, by zoom, around 成都 and 重庆. */
const SCREENS = [2, 4, 6, 9, 12].map((zoom) => {
  const [width, height] = [(360 * 1440) / (512 * 2 ** zoom), (360 * 900 * 0.86) / (512 * 2 ** zoom)];
  const bounds = {
    west: 105.3 - Math.min(180, width / 2),
    east: 105.3 + Math.min(180, width / 2),
    south: Math.max(-85, 30.1 - height / 2),
    north: Math.min(85, 30.1 + height / 2),
  };
  return { zoom, bounds };
});
const VIEWS = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];

/** A part of an answer by its path, or undefined. */
function at(value: unknown, ...path: ReadonlyArray<string | number>): unknown {
  let part = value;
  for (const key of path) part = typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined;
  return part;
}

function size(value: unknown): string {
  return String(Array.isArray(value) ? value.length : value);
}

/** Nearly everyone with a known year of birth: another filter each run, so that nothing kept is measured. */
const someone = (run: number): object => ({ birthYears: { from: 1000 + (run % 800), to: 2100 } });

function searchCases(ask: Ask): Case[] {
  return SEARCHES.map(([name, texts]) => ({
    name,
    run: async (run) => {
      const answer = await ask(LIST, { query: texts[run % texts.length], filter: run % 2 === 0 ? null : { living: run % 4 === 1 } });
      return `${size(at(answer, "scientists", "totalCount"))} people`;
    },
  }));
}

function facetCases(ask: Ask, fieldId: unknown): Case[] {
  const facets = (name: string, filter: (run: number) => object, keys: readonly string[] | null): Case => ({
    name,
    run: async (run) => {
      const answer = await ask(FACETS, { filter: filter(run), keys });
      return `${size(at(answer, "scientists", "facets", 0, "distinctCount"))} values of ${size(at(answer, "scientists", "totalCount"))} people`;
    },
  });
  return [
    facets("facets, all sets, everyone (kept)", () => ({}), null),
    facets("facets, all sets, born known", someone, null),
    facets("facets, all sets, one field", (run) => ({ ...someone(run), fields: [fieldId] }), null),
    ...DEFAULT_FACETS.map((key) => facets(`facet ${key}`, someone, [key])),
  ];
}

function mapCases(ask: Ask): Case[] {
  return VIEWS.flatMap((view) =>
    SCREENS.map(({ zoom, bounds }) => ({
      name: `map ${view} zoom ${zoom}`,
      run: async (run: number) => {
        const answer = await ask(MAP, { view, zoom, bounds, filter: someone(run) });
        return `${size(at(answer, "talentMap", "features"))} features, ${size(at(answer, "talentMap", "located"))} located`;
      },
    })),
  );
}

/** What a page does when a condition is chosen: list, facets and map of one new selection, asked at once; over when all three are there. */
function screenCase(ask: Ask, fieldId: unknown): Case {
  const screen = SCREENS[0];
  return {
    name: "a whole screen: list, facets and map at once",
    run: async (run) => {
      const filter = { ...someone(run), fields: [fieldId] };
      const [list] = await Promise.all([
        ask(LIST, { filter }),
        ask(FACETS, { filter, keys: null }),
        ask(MAP, { view: "WORKPLACE", ...screen, filter }),
      ]);
      return `${size(at(list, "scientists", "totalCount"))} people`;
    },
  };
}

async function deepCursor(ask: Ask): Promise<unknown> {
  let after: unknown = null;
  for (let page = 0; page < 25; page += 1)
    after = at(
      await ask("query ($after: String) { scientists(first: 200, after: $after) { pageInfo { endCursor } } }", { after }),
      "scientists",
      "pageInfo",
      "endCursor",
    );
  return after;
}

async function listCases(ask: Ask): Promise<Case[]> {
  const after = await deepCursor(ask);
  const ids = at(await ask("query { scientists(first: 200) { edges { node { id } } } }", {}), "scientists", "edges");
  const list = (name: string, variables: (run: number) => object): Case => ({
    name,
    run: async (run) => `${size(at(await ask(LIST, variables(run)), "scientists", "totalCount"))} people`,
  });
  return [
    list("page by name", (run) => ({ filter: someone(run) })),
    list("page by name, deep cursor", (run) => ({ filter: someone(run), after, sort: { by: "NAME" } })),
    list("page by birth date", (run) => ({ filter: someone(run), sort: { by: "BIRTH_DATE", direction: "DESCENDING" } })),
    { name: "flows by province", run: async (run) => `${size(at(await ask(FLOWS, { filter: someone(run) }), "flows"))} flows` },
    {
      name: "person page",
      run: async (run) => `${size(at(await ask(PERSON, { id: at(ids, run * 7, "node", "id") }), "scientist", "facts"))} facts`,
    },
  ];
}

/** All cases, in the order in which they are measured. */
export async function benchCases(ask: Ask): Promise<Case[]> {
  const fieldId = at(await ask(FACETS, { filter: {}, keys: ["fields"] }), "scientists", "facets", 0, "values", 0, "id");
  return [...searchCases(ask), ...facetCases(ask, fieldId), ...mapCases(ask), ...(await listCases(ask)), screenCase(ask, fieldId)];
}
