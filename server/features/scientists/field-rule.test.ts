import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldRow } from "../../../seeds/rows.ts";
import { assignFields, assignFieldsFromFirst, MAX_FIELDS } from "./field-rule.ts";

const path = new URL("../../../seeds/fields.json", import.meta.url);
const taxonomy = z.array(fieldRow).parse(JSON.parse(readFileSync(path, "utf8")));

function short(text: string, language: "zh" | "en"): string {
  return assignFields({ text, language }, taxonomy)
    .map((assignment) => assignment.field.replace("topic:", ""))
    .join(" ");
}

/** Specialties as their academies state them; what is expected was read and judged by a person. */
const chinese: readonly (readonly [text: string, fields: string])[] = [
  ["太阳物理、空间天文研究", "solar-physics space-astronomy"],
  ["引力理论和宇宙学研究", "theoretical-physics cosmology"],
  ["粒子加速器的研究与教学", "accelerators-sources"],
  ["湍流理论与计算流体力学方面的工作", "fluid-mechanics"],
  ["偏微分方程理论与应用的研究", "analysis-pde"],
  ["泛函分析、复变函数论、概率论研究", "analysis-pde probability-statistics"],
  ["多复变函数论、复微分几何与代数几何研究", "analysis-pde geometry-topology"],
  ["数论研究", "algebra-number-theory"],
  ["代数组合学研究", "combinatorics-operations-research"],
  ["天体力学和非线性动力学研究", "celestial-mechanics dynamical-systems"],
  ["量子物理和量子信息研究", "quantum-entanglement tech:quantum-information"],
  ["量子光学领域研究", "quantum-optics"],
  ["核聚变与等离子体物理研究", "plasma-fusion"],
  ["导电高分子研究", "polymers"],
  ["无机化学研究", "inorganic-chemistry"],
  ["有机合成研究", "organic-chemistry"],
  ["分析化学和环境化学研究", "analytical-chemistry environmental-chemistry"],
  ["几何大地测量、卫星大地测量、地球重力场参数计算", "geodesy-surveying"],
  ["矿床学和矿床地球化学研究", "ore-deposits geochemistry"],
  ["煤地质学、煤系战略性金属矿产与煤中有害元素研究", "petroleum-coal-geology"],
  ["国土空间与综合人文地理学研究", "geography"],
  ["土壤生态学研究", "soil-science"],
  ["理论地图学、数字地图及地理信息系统研究", "geodesy-surveying geographic-information"],
  ["高光谱遥感研究", "remote-sensing"],
  ["我国集成电路芯片产业研究", "tech:integrated-circuits"],
  ["芯片设计技术研究", "chip-design-eda"],
  ["大数据知识工程研究", "data-science knowledge-engineering"],
  ["模式识别与人工智能、互联网领域的研究和管理方面研究", "computer-vision tech:ai-big-data computer-networks"],
  ["人工智能、计算机图形学、CAD和工业设计研究", "tech:ai-big-data computer-graphics-vr industrial-software"],
  ["机器人理论与应用研究", "robotics"],
  ["网络与信息安全技术研究", "information-security"],
  ["高功率半导体激光技术等领域的基础与应用研究", "optoelectronics"],
  ["航天防热复合材料应用基础及工程应用技术研究", "composites"],
  ["稀土冶金与材料研究", "metallurgy"],
  ["小麦栽培理论与技术研究", "crop-cultivation"],
  ["小麦遗传改良研究", "crop-breeding"],
  ["动物疫病防控的基础和应用研究", "veterinary-medicine"],
  ["动物疫病流行病学与防制技术研究", "veterinary-medicine"],
  ["植物病毒学和宏观农业发展战略研究", "plant-protection"],
  ["中药资源领域研究", "traditional-chinese-medicine"],
  ["造血干细胞基础与转化应用研究", "stem-cells"],
  ["疾病预防、诊断和预后分子分型芯片技术体系研究", "pathology-laboratory bioelectronics"],
  ["有机半导体物理化学研究", "organic-optoelectronic-materials"],
  ["控制系统参数化设计研究", "automatic-control"],
  ["运载火箭导航制导控制技术研究", "launch-vehicles guidance-navigation"],
];

/** Citations of prizes, as their givers word them. */
const english: readonly (readonly [text: string, fields: string])[] = [
  ["for the discovery and synthesis of quantum dots", "low-dimensional-quantum"],
  ["for the development of lithium-ion batteries", "power-batteries"],
  ["for the development of a method for genome editing", "gene-editing"],
  ["for the development of metal–organic frameworks", "porous-framework-materials"],
  ["for the invention of efficient blue light-emitting diodes", "wide-bandgap-semiconductors"],
  ["for the discovery of how chromosomes are protected by telomeres and the enzyme telomerase", "gene-regulation"],
  ["for the discovery of an exoplanet orbiting a solar-type star", "exoplanets"],
  ["for his contribution to the quantum theory of optical coherence", "quantum-optics"],
  ["for the discovery of Hepatitis C virus", "infectious-diseases"],
  ["for the development of in vitro fertilization", "reproductive-medicine"],
  ["for their discoveries concerning magnetic resonance imaging", "medical-imaging"],
  ["for decisive contributions to the LIGO detector and the observation of gravitational waves", "gravitational-waves"],
  ["for the invention, standardization, and commercialization of Ethernet", "computer-networks"],
  ["For the development of optogenetics, a technology that has revolutionized neuroscience.", "neuroscience"],
  ["for his profound work on the theory of numbers", "algebra-number-theory"],
  ["for the classification of finite simple groups", "algebra-number-theory"],
  ["for the discovery of the nuclear hormone receptor family and its application to drug development", "cell-biology drug-discovery"],
  ["for foundational discoveries and inventions that enable machine learning with artificial neural networks", "machine-learning"],
  ["for innovative development of hybrid rice and discovery of the genetic basis of heterosis", "crop-breeding"],
  ["for their discovery and characterization of the cosmic microwave background radiation", "cosmology"],
  [
    "Elucidation of Physical Processes of Earthquakes and Its Application to Hazard Mitigation",
    "geophysics-seismology engineering-geology-hazards",
  ],
];

/** Texts that name no field, or whose words only look like one: they must stay unknown. */
const unknown: readonly (readonly [text: string, language: "zh" | "en", why: string])[] = [
  ["理论研究", "zh", "names no subject"],
  ["", "zh", "empty"],
  ["军备控制的科学技术等研究", "zh", "arms control is not control theory"],
  ["物理学交叉学科领域的科学研究和教学工作", "zh", "too broad"],
  ["材料方面的工作", "zh", "材料 alone is no field"],
  ["地质基因", "zh", "基因 alone is no field"],
  ["参数模型", "zh", "no term inside"],
  ["for the age, geometry, and mass-energy content of the universe", "en", "not the mathematicians' geometry"],
  ["from a lifetime of public service and advocacy", "en", "names no subject"],
  ["for critical public icons and magic music", "en", "IC inside words"],
  ["for work that aids the poor", "en", "aids is not AIDS"],
  ["for studies by Gan and Sic", "en", "GaN and SiC need their capitals"],
  ["for eliminating chemical and biological weapons", "en", "weapons are no life science"],
  ["for the isolation of chips and plants", "en", "search-only words"],
  ["at the heart of a memory", "en", "idiom"],
  ["for a lasered superlaserlike thing", "en", "a term inside a word"],
  ["数论", "en", "Chinese terms are not sought in English texts"],
];

describe("assignFields", () => {
  it.each(chinese)("assigns %s to %s", (text, fields) => expect(short(text, "zh")).toBe(fields));
  it.each(english)("assigns %s to %s", (text, fields) => expect(short(text, "en")).toBe(fields));
  it.each(unknown)("leaves %j (%s) unknown: %s", (text, language) => expect(short(text, language)).toBe(""));

  it("weighs a name above a synonym and an earlier field above a later one", () => {
    const found = assignFields({ text: "机器学习、知识图谱与数据库系统", language: "zh" }, taxonomy);
    expect(found).toEqual([
      { field: "topic:machine-learning", weight: 1, matchedText: "机器学习" },
      { field: "topic:knowledge-engineering", weight: 0.8, matchedText: "知识图谱" },
      { field: "topic:databases", weight: 0.8, matchedText: "数据库系统" },
    ]);
  });

  it("quotes the source's own spelling, width and case included", () => {
    const found = assignFields({ text: "ＣＲＩＳＰＲ and Stem‐Cells", language: "en" }, taxonomy);
    expect(found.map((assignment) => assignment.matchedText)).toEqual(["ＣＲＩＳＰＲ", "Stem‐Cells"]);
  });

  it("names no field twice, keeps at most the stated number and stays within (0, 1]", () => {
    const text = "cosmology, topology, oncology, catalysis, robotics, ecology, cosmology";
    const found = assignFields({ text, language: "en" }, taxonomy);
    expect(found).toHaveLength(MAX_FIELDS);
    expect(new Set(found.map((assignment) => assignment.field)).size).toBe(MAX_FIELDS);
    for (const { weight } of found) expect(weight > 0 && weight <= 1).toBe(true);
  });

  it("never infers a technology from a topic", () => {
    expect(short("计算机视觉", "zh")).toBe("computer-vision");
    expect(short("quantum cryptography", "en")).toBe("quantum-communication");
  });
});

describe("assignFieldsFromFirst", () => {
  it("takes the category only when the citation names no field", () => {
    const category = { text: "Mathematics", language: "en" as const };
    const exact = assignFieldsFromFirst([{ text: "for symplectic geometry", language: "en" }, category], taxonomy);
    const vague = assignFieldsFromFirst([{ text: "for his deep insight", language: "en" }, category], taxonomy);
    expect(exact.map((assignment) => assignment.field)).toEqual(["topic:geometry-topology"]);
    expect(vague.map((assignment) => assignment.field)).toEqual(["topic:mathematics"]);
  });
});

describe("seeds/fields.json", () => {
  const scheme = (name: string) => taxonomy.filter((row) => row.scheme === name);

  it("holds four directions, ten technologies, and eight topics or more under each technology", () => {
    expect(scheme("SCIENCE_DIRECTION")).toHaveLength(4);
    expect(scheme("KEY_TECHNOLOGY")).toHaveLength(10);
    for (const technology of scheme("KEY_TECHNOLOGY")) {
      const topics = scheme("TOPIC").filter((row) => row.broader.includes(technology.key));
      expect(topics.length, technology.key).toBeGreaterThanOrEqual(8);
    }
  });

  it("has unique keys and only broader fields that exist", () => {
    const keys = new Set(taxonomy.map((row) => row.key));
    expect(keys.size).toBe(taxonomy.length);
    for (const row of taxonomy) {
      expect(row.broader.length > 0, row.key).toBe(row.scheme !== "SCIENCE_DIRECTION");
      for (const broader of row.broader) expect(keys.has(broader), broader).toBe(true);
    }
  });

  it("gives each term to one field, so that no assignment depends on the order of rows", () => {
    const owner = new Map<string, string>();
    for (const row of taxonomy) {
      for (const term of [row.nameZh, row.nameEn, ...row.synonyms]) {
        const folded = term.toLowerCase().replaceAll("-", " ");
        expect(owner.get(folded) ?? row.key, term).toBe(row.key);
        owner.set(folded, row.key);
      }
    }
  });
});
