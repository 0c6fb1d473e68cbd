import { deflateSync } from "node:zlib";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type CsvWords, csvOf } from "./export-csv.ts";
import { graphmlOf } from "./export-graphml.ts";
import { markedPng, markedSvg } from "./export-picture.ts";
import { exportedNetwork } from "./exported-network.ts";
import { SAMPLE_VIEW } from "./sample-view.ts";

// The module that writes also reads, for which it looks for the browser's parser as it is loaded; nothing is read here.
vi.stubGlobal("DOMParser", class {});
vi.stubGlobal("Document", class {});
const { gexfOf } = await import("./export-gexf.ts");

const ABOUT = {
  title: "王<院士>\u0001 & “合作者”",
  conditions: "合著、师承；2015 年以来；隐藏弱关系",
  dataDate: SAMPLE_VIEW.dataDate,
  watermark: "张三（01A）于 2026-11-22T08:00:00Z 导出合作网络：3 人、2 条关系；用途：=周报",
  at: "2026-11-22T08:00:00Z",
};
const SHOWN = [
  { id: "a", name: '=HYPERLINK("http://x")' },
  { id: "b", name: "O'Brien & <Söhne>\u0000" },
  { id: "c", name: "欧阳, 某\uD800" },
];
const network = exportedNetwork(SAMPLE_VIEW, SHOWN, ABOUT);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && ["node", "edge", "key", "data", "attvalue"].includes(name),
});
/** Named things of XML as this test looks at them. */
const items = z.array(z.looseObject({ id: z.string() }));

describe("what is exported", () => {
  it("is what is on the screen: people shown, under their names there, and the pairs among them", () => {
    const fewer = exportedNetwork(SAMPLE_VIEW, SHOWN.slice(0, 2), ABOUT);
    expect(fewer.people.map(({ id, degree }) => [id, degree])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(fewer.links.map(({ source, target }) => [source, target])).toEqual([["a", "b"]]);
    expect(JSON.stringify(network)).not.toMatch(/\\u0000|\\u0001|\\ud800/);
  });
});

describe("GEXF", () => {
  const text = gexfOf(network);
  const root = z.object({
    gexf: z.looseObject({
      meta: z.looseObject({ description: z.string() }),
      graph: z.looseObject({ defaultedgetype: z.string(), nodes: z.object({ node: items }), edges: z.object({ edge: items }) }),
    }),
  });

  it("is well-formed and names the drawing part as readers expect", () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('xmlns="http://www.gexf.net/1.2draft"');
    expect(text).toContain('xmlns:viz="http://www.gexf.net/1.2draft/viz"');
  });

  it("holds people with names and places, pairs with works and years, and who took it", () => {
    const { meta, graph } = root.parse(parser.parse(text)).gexf;
    expect(graph.defaultedgetype).toBe("undirected");
    expect(graph.nodes.node).toMatchObject([
      { id: "a", label: '=HYPERLINK("http://x")', "viz:position": { x: "0", y: "-1.5" } },
      { id: "b", label: "O'Brien & <Söhne>", "viz:position": { x: "10.25", y: "3" } },
      { id: "c", label: "欧阳, 某" },
    ]);
    expect(graph.edges.edge).toMatchObject([
      {
        source: "a",
        target: "b",
        weight: "0.625",
        attvalues: {
          attvalue: expect.arrayContaining([
            { for: "works", value: "3" },
            { for: "kinds", value: "COAUTHOR ADVISOR" },
            { for: "firstYear", value: "2016" },
          ]),
        },
      },
      { source: "b", target: "c" },
    ]);
    expect(meta.description).toContain(ABOUT.watermark);
    expect(meta.description).toContain(ABOUT.conditions);
  });
});

describe("GraphML", () => {
  const text = graphmlOf(network);
  const root = z.object({
    graphml: z.looseObject({
      key: items,
      graph: z.looseObject({ edgedefault: z.string(), data: z.array(z.looseObject({})), node: items, edge: items }),
    }),
  });

  it("is well-formed, and every datum has a declared key", () => {
    expect(XMLValidator.validate(text)).toBe(true);
    const declared = new Set(root.parse(parser.parse(text)).graphml.key.map(({ id }) => id));
    const used = [...text.matchAll(/<data key="([^"]+)"/g)].map(([, key]) => key ?? "");
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((key) => !declared.has(key))).toEqual([]);
  });

  it("holds people, pairs, and who took it", () => {
    const { graph } = root.parse(parser.parse(text)).graphml;
    expect(graph.edgedefault).toBe("undirected");
    expect(graph.node[1]).toMatchObject({ id: "b", data: expect.arrayContaining([{ key: "node-name", "#text": "O'Brien & <Söhne>" }]) });
    expect(graph.edge).toMatchObject([
      { source: "a", target: "b", data: expect.arrayContaining([{ key: "edge-works", "#text": 3 }]) },
      { source: "b", target: "c" },
    ]);
    expect(JSON.stringify(graph.edge[1])).not.toContain("firstYear");
    expect(JSON.stringify(graph.data)).toContain("张三（01A）");
  });
});

describe("CSV", () => {
  const words: CsvWords = {
    people: ["编号", "姓名", "度", "x", "y", "固定"],
    links: ["甲", "甲名", "乙", "乙名", "关系", "成果", "始", "末", "强度"],
    yes: "是",
    notes: { title: "标题", conditions: "条件", dataDate: "数据日期", watermark: "水印" },
    kind: (link) => `[${link}]`,
  };
  const { people, links } = csvOf(network, words);

  it("starts with a byte-order mark, runs nothing, keeps numbers, and ends with who took it", () => {
    expect(people.split("\r\n")).toEqual([
      "\uFEFF编号,姓名,度,x,y,固定",
      `a,"'=HYPERLINK(""http://x"")",1,0,-1.5,是`,
      "b,O'Brien & <Söhne>,2,10.25,3,",
      'c,"欧阳, 某",1,-4,0.5,',
      "# 标题,王<院士> & “合作者”",
      "# 条件,合著、师承；2015 年以来；隐藏弱关系",
      "# 数据日期,2026-11-22T08:00:00.000Z",
      `# 水印,${ABOUT.watermark}`,
      "",
    ]);
  });

  it("tells pairs by ids and names, and leaves unknown years empty", () => {
    const rows = links.split("\r\n");
    expect(rows[1]).toBe(`a,"'=HYPERLINK(""http://x"")",b,O'Brien & <Söhne>,[COAUTHOR] [ADVISOR],3,2016,2024,0.625`);
    expect(rows[2]).toBe('b,O\'Brien & <Söhne>,c,"欧阳, 某",[HOMETOWN],0,,,0.1');
    expect(rows.at(-2)).toBe(`# 水印,${ABOUT.watermark}`);
  });
});

describe("pictures", () => {
  it("in SVG say who took them, before anything that is drawn", () => {
    const marked = markedSvg('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9"><circle r="1"/></svg>', network.about);
    expect(XMLValidator.validate(marked)).toBe(true);
    const { svg } = z.object({ svg: z.looseObject({ metadata: z.string(), circle: z.unknown() }) }).parse(parser.parse(marked));
    expect(svg.metadata).toContain(ABOUT.watermark);
    expect(svg.metadata).toContain("王<院士>");
    expect(() => markedSvg("<html/>", network.about)).toThrow();
  });

  /** Chunks of a PNG: kind and data. */
  function chunksOf(png: Uint8Array): { kind: string; data: Uint8Array }[] {
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const chunks = [];
    for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
      const length = view.getUint32(at);
      chunks.push({ kind: new TextDecoder().decode(png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, at + 8 + length) });
    }
    return chunks;
  }

  it("in PNG say who took them in a chunk of text whose check holds", async () => {
    const header = new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    const { crc32 } = await import("node:zlib");
    const chunk = (kind: string, data: Uint8Array): Uint8Array => {
      const body = Buffer.concat([Buffer.from(kind), data]);
      const framed = Buffer.alloc(body.length + 8);
      framed.writeUInt32BE(data.length, 0);
      body.copy(framed, 4);
      framed.writeUInt32BE(crc32(body), body.length + 4);
      return framed;
    };
    const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
    const drawn = chunk("IDAT", deflateSync(Buffer.from([0, 7])));
    const png = new Uint8Array(Buffer.concat([signature, chunk("IHDR", header), drawn, chunk("IEND", new Uint8Array())]));
    const marked = markedPng(png, network.about);
    const chunks = chunksOf(marked);
    expect(chunks.map(({ kind }) => kind)).toEqual(["IHDR", "iTXt", "iTXt", "iTXt", "IDAT", "IEND"]);
    expect(new TextDecoder().decode(chunks[3]?.data)).toBe(`Copyright\0\0\0\0\0${ABOUT.watermark}`);
    const bytes = Buffer.from(marked);
    const text = bytes.indexOf("iTXt");
    const length = bytes.readUInt32BE(text - 4);
    expect(bytes.readUInt32BE(text + 4 + length)).toBe(crc32(bytes.subarray(text, text + 4 + length)));
    expect(() => markedPng(new Uint8Array([1, 2, 3]), network.about)).toThrow();
  });
});
