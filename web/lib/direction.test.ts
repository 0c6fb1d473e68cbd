import { expect, it } from "vitest";
import { directionsOver } from "./direction.ts";

const direction = (id: string, nameZh: string) => ({ id, scheme: "SCIENCE_DIRECTION" as const, nameZh, nameEn: id, broader: [] });
const below = (id: string, ...broader: string[]) => ({
  id,
  scheme: "TOPIC" as const,
  nameZh: id,
  nameEn: id,
  broader: broader.map((other) => ({ id: other })),
});
const fields = [
  direction("I", "信息科学"),
  direction("M", "物质科学"),
  direction("L", "生命科学"),
  below("quantum", "I", "M"),
  below("qubit", "quantum"),
];

it("finds each direction above a field once, in the order of the four", () => {
  expect(directionsOver(fields, ["qubit", "quantum"]).map((one) => one.direction)).toEqual(["information", "matter"]);
  expect(directionsOver(fields, ["L"]).map((one) => one.direction)).toEqual(["life"]);
  expect(directionsOver(fields, ["unheard of"])).toEqual([]);
});
