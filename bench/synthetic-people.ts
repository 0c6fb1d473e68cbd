import { seedId } from "../server/shared/ids.ts";
import { pick, type Random } from "./random.ts";

/**
 * People who do not exist. Every one is marked `synthetic: true` and carries a made-up specialty that says so; names are put together from
 * common surnames and given-name characters, so that searches meet as many namesakes as in real life.
 */
export interface SyntheticPerson {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly birthDate: string;
  readonly deathDate: string;
  readonly tier: string;
  readonly specialty: string;
}

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
  "欧阳",
  "司马",
  "诸葛",
  "上官",
];
const GIVEN = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文清志宏春生海燕云飞鹏宇浩然子轩梓涵欣怡佳俊思远立德成林东升光辉荣庆祥永福长青松柏新民卫星晓峰雪梅冬雨晨曦振兴家旺学礼仁义智信博雅嘉怀瑾书翰墨景行维",
];
const FIRST =
  "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Karen Hans Pierre Akira Yuki Ivan Olga Lars Ingrid Marco Giulia Carlos Maria Ahmed Fatima Ravi Priya".split(
    " ",
  );
const HEADS = "And Ber Car Dal Eri Fis Gar Hal Iva Joh Kar Lin Mat Nor Oli Pet Ros Sch Tan Wal Yam Zim".split(" ");
const TAILS = "ber son mann strom owski ini ez ier dal ton field stein wood ford ley ano ovic aki moto shi".split(" ");
const TIERS = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];

/** Words of science for the prose index, the first ones the most common; most are no field of the taxonomy, so a search for them is a search of prose. */
export const PROSE_WORDS: readonly string[] =
  "冷冻电镜 拓扑绝缘体 中微子 风洞试验 蛋白质折叠 单细胞测序 钙钛矿 类器官 锂硫电池 高熵合金 引力波 等离子体 超分子 光遗传学 压缩感知 联邦学习 形状记忆 太赫兹 微流控 增材制造 脉冲星 仿生材料 深海沉积 干细胞 分子筛 气凝胶 行星磁场 纳米孔 表观遗传 湍流".split(
    " ",
  );

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function birthDate(next: Random): string {
  if (next() < 0.15) return "";
  const year = 1925 + Math.floor(next() ** 0.7 * 75);
  if (next() < 0.3) return String(year);
  const month = `${year}-${twoDigits(1 + Math.floor(next() * 12))}`;
  return next() < 0.5 ? month : `${month}-${twoDigits(1 + Math.floor(next() * 28))}`;
}

/** The person of a number; empty text stands for unknown, as the importer reads it. */
export function syntheticPerson(next: Random, number: number): SyntheticPerson {
  const chinese = next() < 0.7;
  return {
    id: seedId("Scientist", `synthetic:${number}`),
    nameZh: chinese ? pick(next, SURNAMES, 2) + pick(next, GIVEN) + (next() < 0.8 ? pick(next, GIVEN) : "") : "",
    nameEn: chinese && next() < 0.6 ? "" : `${pick(next, FIRST)} ${pick(next, HEADS)}${pick(next, TAILS)}${pick(next, TAILS)}`,
    birthDate: birthDate(next),
    deathDate: next() < 0.12 ? "2020" : "",
    specialty: `合成 synthetic ${pick(next, PROSE_WORDS)} ${pick(next, PROSE_WORDS, 2)}`,
    tier: next() < 0.2 ? pick(next, TIERS, 0.5) : "",
  };
}
