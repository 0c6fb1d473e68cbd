import { describe, expect, it } from "vitest";
import type { World } from "../../../tests/support/random-world.ts";
import { tableOf } from "../../../tests/support/world-table.ts";
import { seedId } from "../../shared/ids.ts";
import { labelSearch } from "./facet-search.ts";
import { facetsOf } from "./facets.ts";
import { selectRows } from "./select.ts";

const holds = (typed: string, label: string, labelEn: string | null = null) => labelSearch(typed)({ label, labelEn });

describe("the search among a facet's values", () => {
  it("finds Chinese in both scripts and English in any case, with or without spaces and accents", () => {
    expect(["北京", "大学", "北京大學", "peking univ", "PEKINGUNIV"].map((typed) => holds(typed, "北京大学", "Peking University"))).toEqual(
      [true, true, true, true, true],
    );
    expect(holds("ecole", "École normale supérieure")).toBe(true);
    expect(holds("清华", "北京大学", "Peking University")).toBe(false);
  });

  it("finds pinyin from the start of a syllable, and initials, also of characters with several readings", () => {
    expect(["beijing", "beijingda", "daxue", "bjdx", "jd"].map((typed) => holds(typed, "北京大学"))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["chongqing", "cqdx"].map((typed) => holds(typed, "重庆大学"))).toEqual([true, true]);
    expect(["eijing", "ngda", "bx"].map((typed) => holds(typed, "北京大学"))).toEqual([false, false, false]);
  });

  it("takes a text without letters as no condition", () => {
    expect(holds(" ·", "北京大学")).toBe(true);
  });
});

describe("a facet searched inside", () => {
  const ids = ["a", "b", "c"].map((key) => seedId("Institution", key));
  const people = ids.flatMap((id, index) =>
    Array.from({ length: index + 1 }, (_, number) => ({
      id: seedId("Scientist", `${index} ${number}`),
      nameZh: null,
      nameEn: null,
      birthDate: null,
      deathDate: null,
      tier: null,
      birthPlaceId: null,
      ancestralHomeId: null,
      workplaceId: id,
      almaMaterId: null,
      employerIds: [id],
      almaMaterIds: [],
      fieldIds: [],
      awardIds: [],
      sourceIds: [],
      latestAwardYear: null,
    })),
  );
  const world: World = { places: [], institutions: ids.map((id) => ({ id, placeId: null, point: null })), fields: [], people };

  it("gives the values that match, however few are shown, with the counts they have without it", () => {
    const selection = selectRows(tableOf(world), {}, null);
    const [least] = ids;
    const label = `校${least?.slice(-4)}`;
    const [top] = facetsOf(selection, ["employers"], 1);
    expect(top?.values.map((value) => [value.id, value.count])).toEqual([[ids[2], 3]]);
    const [found] = facetsOf(selection, ["employers"], 1, label);
    expect(found).toMatchObject({ distinctCount: 1, values: [{ id: least, label, count: 1 }] });
    expect(facetsOf(selection, ["employers"], 1, "无此校")).toEqual([{ key: "employers", distinctCount: 0, values: [] }]);
    expect(facetsOf(selection, ["employers"], 10, " ")).toEqual(facetsOf(selection, ["employers"], 10));
  });

  it("leaves out keys that are no facet, also those that every object has", () => {
    const selection = selectRows(tableOf(world), {}, null);
    expect(facetsOf(selection, ["__proto__", "constructor", "toString", "", "employers"], 1).map(({ key }) => key)).toEqual(["employers"]);
  });
});
