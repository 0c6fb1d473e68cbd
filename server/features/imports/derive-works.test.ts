import { expect, test } from "vitest";
import { deriveWorks, type KeptStatement } from "./derive-works.ts";
import type { StatedWork } from "./imports.types.ts";

function statement(position: string, work: Partial<StatedWork>): KeptStatement {
  const content: StatedWork = { type: "WORK", title: `title ${position}`, kind: "PAPER", authors: [], wholeList: true, ...work };
  const place = { key: `file:${position}`, batchId: `batch ${position}`, position, scope: "scope" };
  return { ...place, content: JSON.stringify(content), sourceId: "source", confidence: 0.9, retrievedOn: "2026-11-22" };
}

const named = (name: string) => ({ name, affiliations: [] });
const known = (name: string, openAlexId: string) => ({ name, openAlexId, affiliations: [] });

test("the list with ids leads over a newer one of strings; what it lacks comes from the others", () => {
  const [work, ...rest] = deriveWorks([
    statement("2", { doi: "10.1000/x", year: 2021, authors: [named("A"), named("B")] }),
    statement("1", { doi: "10.1000/x", authors: [known("A", "A1"), known("B", "A2")] }),
  ]);
  expect(rest).toEqual([]);
  expect(work?.properties).toMatchObject({ title: "title 1", year: 2021, batchIds: ["batch 1", "batch 2"] });
  expect(work?.authorships.map(({ authorKey, properties }) => [authorKey, properties.position, properties.batchIds])).toEqual([
    ["openalex:A1", 1, ["batch 1"]],
    ["openalex:A2", 2, ["batch 1"]],
  ]);
});

test("of equal lists the newest leads, in whatever order they are given", () => {
  const both = [
    statement("1", { doi: "10.1000/x", authors: [named("Old")] }),
    statement("2", { doi: "10.1000/x", authors: [named("New")] }),
  ];
  for (const given of [both, [...both].reverse()])
    expect(deriveWorks(given)[0]?.authorships.map(({ authorKey }) => authorKey)).toEqual(["name:scope:New"]);
});

test("a record of one author adds that author only where no record tells the whole list", () => {
  const own = statement("2", {
    doi: "10.1000/x",
    wholeList: false,
    authors: [{ name: "A", orcid: "0000-0002-1825-0097", affiliations: [] }],
  });
  const whole = statement("1", { doi: "10.1000/x", authors: [named("A"), named("B")] });
  expect(deriveWorks([own])[0]?.authorships.map(({ authorKey, properties }) => [authorKey, properties.position])).toEqual([
    ["orcid:0000-0002-1825-0097", null],
  ]);
  expect(deriveWorks([whole, own])[0]?.authorships.map(({ authorKey }) => authorKey)).toEqual(["name:scope:A", "name:scope:B"]);
});

test("records are of one work when ids join them, and of several when nothing does", () => {
  const [a, c] = [statement("1", { doi: "10.1000/x" }), statement("3", { openAlexId: "W1" })];
  expect(deriveWorks([a, c]).map(({ properties }) => properties.key)).toEqual(["doi:10.1000/x", "openalex:W1"]);
  expect(deriveWorks([a, statement("2", { doi: "10.1000/x", openAlexId: "W1" }), c])).toHaveLength(1);
});
