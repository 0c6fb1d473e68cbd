import { expect, test } from "vitest";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { planScientist } from "./scientist-plan.ts";

const provenance = { source: "academy", confidence: 0.9 };
const sources = new Map([["academy", { id: "S", retrievedAt: "2026-01-10" }]]);

/** What is in use of birth dates of which the first is marked so, in the scalar and among the facts. */
function used(...dates: readonly string[]): readonly [scalar: string | null, facts: unknown[]] {
  const row: ScientistRow = {
    key: "one",
    aliases: [],
    birthDate: dates.map((value, index) => ({ value, provenance, inUse: index === 0 })),
    bornIn: [],
    ancestralHome: [],
    studiedAt: [],
    worksAt: [],
    specialisesIn: [],
    received: [],
  };
  const plan = planScientist(row, sources);
  expect(plan.facts.map((fact) => fact.value)).toEqual(dates);
  return [plan.scalars.birthDate, plan.facts.filter((fact) => fact.inUse).map((fact) => fact.value)];
}

test("of dates that agree the most precise is in use, and all are kept", () => {
  expect(used("1951", "1951-10", "1951-10-22")).toEqual(["1951-10-22", ["1951-10-22"]]);
  expect(used("1951-10", "1951-10-22", "1952-01-01")).toEqual(["1951-10-22", ["1951-10-22"]]);
});

test("more precise dates that contradict each other or the one in use change nothing", () => {
  expect(used("1951", "1951-10-22", "1951-01-01")).toEqual(["1951", ["1951"]]);
  expect(used("1951", "1952-10-22")).toEqual(["1951", ["1951"]]);
});
