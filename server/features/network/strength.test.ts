import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_RULES } from "./network-rules.ts";
import { byAdviser, byAward, byFellowship, byHome, byWorks, type Strength } from "./strength.ts";

const rules = DEFAULT_RULES;
const NOW = 2026;
const of = (strength: Strength | null): number => strength?.strength ?? 0;
const stay = (from: number | null, to: number | null) => ({
  from: from === null ? null : String(from),
  to: to === null ? null : String(to),
  asOf: null,
});
const year = fc.integer({ min: 1950, max: NOW });
const authors = fc.integer({ min: 2, max: 3_000 });
const work = fc.record({ year: fc.option(year, { nil: null }), authors });
const works = fc.array(work, { minLength: 1, maxLength: 12 });
const SLACK = 1e-12;

describe("joint works", () => {
  test("the formula, by hand", () => {
    // Two papers: of 3 authors 8 years ago (½ · ½), of 2 authors now (1): 0.95 · (1 − e^−1.25).
    const strength = byWorks(
      rules,
      "COAUTHOR",
      [
        { year: 2018, authors: 3 },
        { year: 2026, authors: 2 },
      ],
      NOW,
    );
    expect(strength?.strength).toBeCloseTo(0.95 * (1 - Math.exp(-1.25)), 12);
    expect(strength).toMatchObject({ weak: false, weakBecause: [], firstYear: 2018, lastYear: 2026 });
  });

  test("one of 3 authors counts more than one of 300, which is weak and says why", () => {
    const few = byWorks(rules, "COAUTHOR", [{ year: 2024, authors: 3 }], NOW);
    const many = byWorks(rules, "COAUTHOR", [{ year: 2024, authors: 300 }], NOW);
    expect(of(few)).toBeGreaterThan(50 * of(many));
    expect([few?.weak, few?.weakBecause]).toEqual([false, []]);
    expect([many?.weak, many?.weakBecause]).toEqual([true, ["LARGE_GROUP"]]);
    expect(byWorks(rules, "COAUTHOR", [{ year: 1980, authors: 2 }], NOW)?.weakBecause).toEqual(["LONG_AGO"]);
    expect(byWorks(rules, "COAUTHOR", [{ year: null, authors: 4 }], NOW)?.weakBecause).toEqual(["LARGE_GROUP", "UNDATED"]);
  });

  test("monotone in recency, count and group size, and the parts multiply to the whole", () => {
    fc.assert(
      fc.property(works, work, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 500 }), (list, more, years, people) => {
        for (const link of ["COAUTHOR", "PROJECT"] as const) {
          const strength = byWorks(rules, link, list, NOW);
          const whole = of(strength);
          const later = list.map((each) => ({ ...each, year: each.year === null ? null : Math.min(NOW, each.year + years) }));
          const larger = list.map((each) => ({ ...each, authors: each.authors + people }));
          expect(of(byWorks(rules, link, later, NOW))).toBeGreaterThanOrEqual(whole - SLACK);
          expect(of(byWorks(rules, link, [...list, more], NOW))).toBeGreaterThanOrEqual(whole - SLACK);
          expect(of(byWorks(rules, link, larger, NOW))).toBeLessThan(whole + SLACK);
          expect(whole).toBeGreaterThan(0);
          expect(whole).toBeLessThanOrEqual(rules.links[link].base);
          expect(strength?.parts.reduce((product, part) => product * part.factor, 1)).toBeCloseTo(whole, 12);
          expect(strength?.parts.every((part) => part.factor > 0 && part.factor <= 1 + SLACK)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test("nothing shared is no link", () => expect(byWorks(rules, "COAUTHOR", [], NOW)).toBeNull());
});

describe("colleagues, alumni, teams", () => {
  const fellows = (own: ReturnType<typeof stay>, theirs: ReturnType<typeof stay>, size = 5) => ({ own: [own], theirs: [theirs], size });

  test("colleagues need a year in common, and the years told are those in common", () => {
    const met = byFellowship(rules, "COLLEAGUE", fellows(stay(1990, 2000), stay(1997, 2010)), NOW, null);
    // 1997–2000 are four years: 0.8 · (1 − e^−1) · ½^(26/10).
    expect(met?.strength).toBeCloseTo(0.8 * (1 - Math.exp(-1)) * 0.5 ** 2.6, 12);
    expect([met?.firstYear, met?.lastYear]).toEqual([1997, 2000]);
    expect(byFellowship(rules, "COLLEAGUE", fellows(stay(1990, 2000), stay(2001, 2010)), NOW, null)).toBeNull();
    expect(byFellowship(rules, "COLLEAGUE", fellows(stay(1990, 2000), stay(null, null)), NOW, null)).toBeNull();
  });

  test("an employment with a start and no end lasts until now; a schooling does not", () => {
    const open = fellows(stay(2010, null), stay(2015, null));
    expect(byFellowship(rules, "COLLEAGUE", open, NOW, null)).toMatchObject({ firstYear: 2015, lastYear: NOW });
    expect(byFellowship(rules, "ALUMNI", open, NOW, null)).toBeNull();
  });

  test("alumni of adjacent years are a weaker link than of the same, those further apart are none", () => {
    const alumni = (from: number) => byFellowship(rules, "ALUMNI", fellows(stay(1978, 1982), stay(from, from + 4)), NOW, null);
    expect(of(alumni(1982))).toBeGreaterThan(of(alumni(1983)));
    expect(alumni(1983)).toMatchObject({ firstYear: 1982, lastYear: 1983 });
    expect(alumni(1984)).toBeNull();
  });

  test("a team without years still links, as undated", () => {
    const team = byFellowship(rules, "TEAM", fellows(stay(null, null), stay(2019, 2021), 300), NOW, null);
    expect(team?.firstYear).toBeNull();
    expect(team?.weakBecause).toEqual(["LITTLE_SHARED", "UNDATED", "LARGE_GROUP"]);
    expect(byFellowship(rules, "TEAM", fellows(stay(null, null), stay(2019, 2021)), NOW, 2000)).toBeNull();
  });

  test("of several stays the strongest counts; only years since one count when asked", () => {
    const stays = { own: [stay(1980, 1981), stay(2015, 2020)], theirs: [stay(1980, 2020)], size: 5 };
    expect(byFellowship(rules, "COLLEAGUE", stays, NOW, null)).toMatchObject({ firstYear: 2015, lastYear: 2020 });
    expect(byFellowship(rules, "COLLEAGUE", stays, NOW, 2018)).toMatchObject({ firstYear: 2018, lastYear: 2020 });
    expect(byFellowship(rules, "COLLEAGUE", stays, NOW, 2021)).toBeNull();
  });

  test("monotone in how long, how recent and how many", () => {
    const spans = fc.record({ start: year, length: fc.integer({ min: 0, max: 20 }), size: fc.integer({ min: 2, max: 60_000 }) });
    fc.assert(
      fc.property(spans, fc.constantFrom("COLLEAGUE" as const, "ALUMNI" as const, "TEAM" as const), ({ start, length, size }, link) => {
        const both = (first: number, last: number, people: number) =>
          of(byFellowship(rules, link, fellows(stay(first, last), stay(first, last), people), NOW + 100, null));
        const base = both(start, start + length, size);
        expect(base).toBeGreaterThan(0);
        expect(both(start - 1, start + length, size)).toBeGreaterThanOrEqual(base);
        expect(both(start + 5, start + 5 + length, size)).toBeGreaterThan(base);
        expect(both(start, start + length, size + 1_000)).toBeLessThan(base);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});

describe("advisers, awards, homes", () => {
  test("adviser and student count more than two students of one adviser", () => {
    const years = [1990, 1994];
    const direct = byAdviser(rules, { direct: true, students: 30, years }, NOW, null);
    const fellow = byAdviser(rules, { direct: false, students: 30, years }, NOW, null);
    expect(of(direct)).toBeGreaterThan(of(fellow));
    expect(of(fellow)).toBeGreaterThan(of(byAdviser(rules, { direct: false, students: 300, years }, NOW, null)));
    expect(of(byAdviser(rules, { direct: true, students: 2, years: [2020] }, NOW, null))).toBeGreaterThan(of(direct));
    expect(byAdviser(rules, { direct: true, students: 2, years: [] }, NOW, 1990)).toBeNull();
    expect(byAdviser(rules, { direct: true, students: 2, years }, NOW, 1995)).toBeNull();
  });

  test("an award year of few counts more than of many, a late one more than an early one", () => {
    expect(of(byAward(rules, 2020, 3, NOW, null))).toBeGreaterThan(of(byAward(rules, 2020, 200, NOW, null)));
    expect(of(byAward(rules, 2020, 3, NOW, null))).toBeGreaterThan(of(byAward(rules, 2000, 3, NOW, null)));
    expect(byAward(rules, 2000, 3, NOW, 2001)).toBeNull();
  });

  test("home in the same county is always weak, and has no year", () => {
    expect(byHome(rules, 3, null)).toMatchObject({ strength: 0.12, weak: true, weakBecause: ["HOME_ONLY"], firstYear: null });
    expect(of(byHome(rules, 5_000, null))).toBeLessThan(0.12);
    expect(byHome({ ...rules, weakBelow: 0 }, 3, null)?.weak).toBe(true);
    expect(byHome(rules, 3, 1990)).toBeNull();
  });
});
