import { expect, test } from "vitest";
import type { ReadRecord } from "./imports.types.ts";
import { readBibtex, readCsl } from "./read-csl.ts";

function authors(read: ReadRecord | undefined): string[] {
  return read?.stated?.type === "WORK" ? read.stated.authors.map(({ name }) => name) : [];
}

test("BibTeX: names in both orders, accents, groups, particles and others; strings hold for all entries", () => {
  const text = `@string{acl = {ACL}}
    @inproceedings{a, title={The {BERT} Model \\& more}, author={M{\\"u}ller, Anna and Ludwig van Beethoven and {The ABC Group} and others}, year={2021}, booktitle=acl, doi={10.1000/XYZ}}
    stray text between entries
    @patent{b, title={一种方法}, author={王, 伟}, year={2020}}`;
  const [first, second, ...rest] = readBibtex(text);
  expect(rest).toEqual([]);
  expect(first?.stated).toMatchObject({ title: "The BERT Model & more", year: 2021, venue: "ACL", doi: "10.1000/xyz", kind: "PAPER" });
  expect(authors(first)).toEqual(["Anna Müller", "Ludwig van Beethoven", "The ABC Group"]);
  expect(second?.stated).toMatchObject({ title: "一种方法", kind: "PATENT" });
  expect(authors(second)).toEqual(["王伟"]);
});

test("BibTeX: a broken entry spoils no other", () => {
  const read = [...readBibtex("@article{a, title={Open, author={X}\n@article{b, title={Fine}, author={Demo, B}}")];
  expect(read.map(({ record, faults }) => [record, faults.map(({ code }) => code)])).toEqual([
    [1, ["BROKEN_BIBTEX"]],
    [2, []],
  ]);
  expect(authors(read[1])).toEqual(["B Demo"]);
});

test("CSL-JSON: ids and affiliations of authors; a wrong ORCID is left out with a remark", () => {
  const item = {
    type: "article-journal",
    title: ["T <i>x</i>"],
    DOI: "10.1000/Q",
    issued: { "date-parts": [["2019", 5]] },
    "container-title": ["J"],
    author: [
      { given: "W", family: "Li", ORCID: "https://orcid.org/0000-0002-1825-0097", affiliation: [{ name: "Demo University" }] },
      { literal: "Group", ORCID: "0000-0000-0000-0000" },
    ],
  };
  const read = readCsl(item, 4);
  expect(read).toMatchObject({ record: 4, faults: [{ code: "WRONG_ORCID" }], stated: { doi: "10.1000/q", year: 2019 } });
  expect(read.stated).toMatchObject({
    authors: [
      { name: "W Li", orcid: "0000-0002-1825-0097", affiliations: ["Demo University"] },
      { name: "Group", affiliations: [] },
    ],
  });
});

test("CSL-JSON: what is no item is a fault", () => {
  expect([readCsl(null, 1), readCsl("text", 2), readCsl({ type: "article" }, 3)].map(({ faults }) => faults[0]?.code)).toEqual([
    "WRONG_SHAPE",
    "WRONG_SHAPE",
    "NO_TITLE",
  ]);
});
