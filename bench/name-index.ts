/**
 * Builds the name index over clearly synthetic people and prints build time, memory and query times.
 * Run: node --expose-gc --import tsx bench/name-index.ts [people]
 */
import { buildNameIndex, nameReadings, type PersonNames } from "../server/features/names/index.ts";

const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
const GIVEN =
  "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文清志宏春生海燕云飞鹏宇浩然子轩梓涵欣怡佳俊思远立德成林东升光辉荣庆祥永福长青松柏新民卫星晓峰雪梅冬雨晨曦振兴家旺学礼仁义智信博雅嘉怀瑾书翰墨轩景行维新";
const FIRST =
  "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Karen Hans Pierre Akira Yuki Ivan Olga Lars Ingrid Marco Giulia Carlos Maria Ahmed Fatima Ravi Priya".split(
    " ",
  );
const PARTS = [
  "ber",
  "son",
  "mann",
  "ström",
  "owski",
  "ini",
  "ez",
  "ier",
  "dal",
  "ton",
  "field",
  "stein",
  "wood",
  "ford",
  "ley",
  "ano",
  "ovic",
  "aki",
  "moto",
  "shi",
];
const HEADS = [
  "And",
  "Ber",
  "Car",
  "Dal",
  "Eri",
  "Fis",
  "Gar",
  "Hal",
  "Iva",
  "Joh",
  "Kar",
  "Lin",
  "Mat",
  "Nor",
  "Oli",
  "Pet",
  "Ros",
  "Sch",
  "Tan",
  "Wal",
  "Yam",
  "Zim",
];

/** Mulberry32: the same people on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function* people(count: number): Generator<PersonNames> {
  const next = random(20261122);
  const pick = <Item>(from: readonly Item[] | string, skew = 1): Item | string => from[Math.floor(next() ** skew * from.length)] ?? "";
  for (let row = 0; row < count; row++) {
    if (next() < 0.3) {
      const middle = next() < 0.4 ? ` ${String.fromCharCode(65 + Math.floor(next() * 26))}.` : "";
      yield { row, nameZh: null, nameEn: `${pick(FIRST)}${middle} ${pick(HEADS)}${pick(PARTS)}${pick(PARTS)}`, aliases: [] };
      continue;
    }
    const nameZh = `${pick(SURNAMES, 2)}${pick(GIVEN)}${next() < 0.8 ? pick(GIVEN) : ""}`;
    const syllables = nameReadings(nameZh)[0]?.syllables ?? [];
    const nameEn = next() < 0.6 ? `${capital(syllables.slice(1).join(""))} ${capital(syllables[0] ?? "")}` : null;
    yield {
      row,
      nameZh,
      nameEn,
      aliases: next() < 0.05 ? [`${capital(syllables[0] ?? "")} ${syllables.slice(1).map(capital).join("-")}`] : [],
    };
  }
}

const MB = 1024 * 1024;
const resident = (): number => process.memoryUsage().rss / MB;
const held = (): number => {
  globalThis.gc?.();
  const usage = process.memoryUsage();
  return (usage.heapUsed + usage.arrayBuffers) / MB;
};
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const count = Number(process.argv[3] ?? 1_000_000);
/** Processor seconds used so far, which other work on the machine does not lengthen. */
const processor = (): number => process.cpuUsage().user / 1e6;

let made = processor();
for (const person of people(count)) if (person.row < 0) throw new Error("rows are not negative");
made = processor() - made;
const before = held();
const started = performance.now();
const startedProcessor = processor();
const index = buildNameIndex(people(count));
const wall = (performance.now() - started) / 1000;
print(
  `${count} people: built in ${wall.toFixed(1)} s, processor ${(processor() - startedProcessor - made).toFixed(1)} s (and ${made.toFixed(1)} s to make the names); resident ${resident().toFixed(0)} MB after build`,
);
print(`held by the index: ${(held() - before).toFixed(0)} MB; resident after collection ${resident().toFixed(0)} MB`);

const QUERIES = [
  "王",
  "曾",
  "王伟",
  "曾文清",
  "文清",
  "zhang",
  "zhang wei",
  "zhangwei",
  "wei zhang",
  "zh",
  "li",
  "zw",
  "zwq",
  "zwenq",
  "zengwq",
  "w q zeng",
  "zengwenqng",
  "zhagn wie",
  "zhang wxi",
  "jhon ericsonberg",
  "m erison",
  "john fis",
  "shan",
  "曾wq",
  "曾文青",
  "xyzzyq",
  "wang xyzzy",
  "李欣x",
  "zeng wenqing phd",
];
for (const query of QUERIES) {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < 40; run++) {
    const from = performance.now();
    size = index.find(query).size;
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const found = index.find(query);
  const from = performance.now();
  const first = found.rows[0];
  const why = first === undefined ? null : found.explain(first);
  const explained = performance.now() - from;
  print(
    `${query.padEnd(18)} ${String(size).padStart(7)} hits  p50 ${percentile(times, 0.5).toFixed(2)} ms  p95 ${percentile(times, 0.95).toFixed(2)} ms  explain ${explained.toFixed(2)} ms  ${why ? `${why.form}: ${why.matched}` : ""}`,
  );
}

const writes = performance.now();
for (let row = 0; row < 1000; row++) {
  index.update(row, { nameZh: "曾文清", nameEn: null, aliases: [] });
  if (row % 10 === 0) index.find("zwq");
}
print(`1000 updates with 100 searches between them: ${(performance.now() - writes).toFixed(0)} ms`);
