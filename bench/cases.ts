import { DEFAULT_FACETS } from "../server/features/selection/index.ts";
import { type Measured, measure } from "./measure.ts";

/** Asks the server one GraphQL operation and returns its `data`. */
export type Ask = (query: string, variables: object) => Promise<unknown>;

const RUNS = 20;
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

/** Texts of each kind, several so that no answer is kept from the run before. */
const SEARCHES: ReadonlyArray<readonly [name: string, texts: readonly string[]]> = [
  ["search 汉字", ["王伟", "张文清", "李芳", "刘建国", "陈思远"]],
  ["search one 汉字 (surname)", ["王", "李", "张", "刘", "陈"]],
  ["search pinyin", ["wangwei", "zhang wenqing", "lifang", "liu jianguo", "chensiyuan"]],
  ["search initials", ["zwq", "ljg", "csy", "wjl", "lxm"]],
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
  ["search prose", ["冷冻电镜", "拓扑绝缘体", "高熵合金", "脉冲星", "钙钛矿"]],
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

function searchCases(ask: Ask): Array<() => Promise<Measured>> {
  return SEARCHES.map(
    ([name, texts]) =>
      () =>
        measure(name, RUNS, async (run) => {
          const answer = await ask(LIST, { query: texts[run % texts.length], filter: run % 2 === 0 ? null : { living: run % 4 === 1 } });
          return `${size(at(answer, "scientists", "totalCount"))} people`;
        }),
  );
}

function facetCases(ask: Ask, fieldId: unknown): Array<() => Promise<Measured>> {
  const facets = (name: string, filter: (run: number) => object, keys: readonly string[] | null) => () =>
    measure(name, RUNS, async (run) => {
      const answer = await ask(FACETS, { filter: filter(run), keys });
      return `${size(at(answer, "scientists", "facets", 0, "distinctCount"))} values of ${size(at(answer, "scientists", "totalCount"))} people`;
    });
  return [
    facets("facets, all sets, everyone", () => ({}), null),
    facets("facets, all sets, born known", someone, null),
    facets("facets, all sets, one field", (run) => ({ ...someone(run), fields: [fieldId] }), null),
    ...DEFAULT_FACETS.map((key) => facets(`facet ${key}`, someone, [key])),
  ];
}

function mapCases(ask: Ask): Array<() => Promise<Measured>> {
  return VIEWS.flatMap((view) =>
    SCREENS.map(
      ({ zoom, bounds }) =>
        () =>
          measure(`map ${view} zoom ${zoom}`, RUNS, async (run) => {
            const answer = await ask(MAP, { view, zoom, bounds, filter: someone(run) });
            return `${size(at(answer, "talentMap", "features"))} features, ${size(at(answer, "talentMap", "located"))} located`;
          }),
    ),
  );
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

async function listCases(ask: Ask): Promise<Array<() => Promise<Measured>>> {
  const after = await deepCursor(ask);
  const ids = at(await ask("query { scientists(first: 200) { edges { node { id } } } }", {}), "scientists", "edges");
  const list = (name: string, variables: (run: number) => object) => () =>
    measure(name, RUNS, async (run) => `${size(at(await ask(LIST, variables(run)), "scientists", "totalCount"))} people`);
  return [
    list("page by name", (run) => ({ filter: someone(run) })),
    list("page by name, deep cursor", (run) => ({ filter: someone(run), after, sort: { by: "NAME" } })),
    list("page by birth date", (run) => ({ filter: someone(run), sort: { by: "BIRTH_DATE", direction: "DESCENDING" } })),
    () => measure("flows by province", RUNS, async (run) => `${size(at(await ask(FLOWS, { filter: someone(run) }), "flows"))} flows`),
    () =>
      measure(
        "person page",
        RUNS,
        async (run) => `${size(at(await ask(PERSON, { id: at(ids, run * 7, "node", "id") }), "scientist", "facts"))} facts`,
      ),
  ];
}

/** Measures all cases one after another. */
export async function measureAll(ask: Ask, onDone: (one: Measured) => void): Promise<Measured[]> {
  const fieldId = at(await ask(FACETS, { filter: {}, keys: ["fields"] }), "scientists", "facets", 0, "values", 0, "id");
  const measured: Measured[] = [];
  for (const each of [...searchCases(ask), ...facetCases(ask, fieldId), ...mapCases(ask), ...(await listCases(ask))]) {
    const one = await each();
    onDone(one);
    measured.push(one);
  }
  return measured;
}
