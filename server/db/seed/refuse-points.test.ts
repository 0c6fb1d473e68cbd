import { expect, test } from "vitest";
import { readSeeds } from "../../../seeds/index.ts";
import type { InstitutionRow, PlaceRow } from "../../../seeds/rows.ts";
import { refuseWrongPoints } from "./refuse-points.ts";

const city: PlaceRow = { key: "xinxiang", level: "CITY", nameZh: "新乡市", aliases: [], longitude: 113.93, latitude: 35.3, source: "s" };
const school = (longitude: number, latitude: number, place = "xinxiang"): InstitutionRow => ({
  key: "school",
  nameZh: "河南工学院",
  aliases: [],
  kind: "UNIVERSITY",
  place,
  longitude,
  latitude,
  source: "s",
});

test("an institution far from the city it names is refused, one beside it is not", () => {
  expect(() => refuseWrongPoints({ places: [city], institutions: [school(108.27, 30.5)] })).toThrow(/"?school"?.*7\d\d/);
  expect(() => refuseWrongPoints({ places: [city], institutions: [school(113.9, 35.3)] })).not.toThrow();
});

test("what is no coordinate is refused even where no city is known; a province's middle refuses nothing", () => {
  expect(() => refuseWrongPoints({ institutions: [school(0, 0)] })).toThrow("school");
  expect(() => refuseWrongPoints({ places: [{ ...city, level: "PROVINCE" }], institutions: [school(108.27, 30.5)] })).not.toThrow();
});

test("the seeds pass", () => {
  expect(() => refuseWrongPoints(readSeeds())).not.toThrow();
});
