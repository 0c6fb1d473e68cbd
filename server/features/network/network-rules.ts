import type { IntroductionLink } from "../../graphql/generated.ts";

/** How one kind of link is weighed. Every number is a default that an installation may replace. */
export interface LinkRule {
  /** The most that a link of this kind can count, 0 to 1. */
  readonly base: number;
  /** Years after which what was shared counts half. */
  readonly halfLife: number;
  /** Joint works (each by its share) or common years at which the amount reaches 1 − 1/e. */
  readonly amount: number;
  /** Stands for the recency of what has no year. */
  readonly undated: number;
}

/** All rules by which links are weighed and paths are ranked; the formulas are in strength.ts. */
export interface NetworkRules {
  readonly links: Readonly<Record<IntroductionLink, LinkRule>>;
  /** Of two people with the same adviser (同门), instead of the base of adviser and student. */
  readonly sameAdviserBase: number;
  /** Schoolings that are at most so many years apart are adjacent. */
  readonly adjacentYears: number;
  /** What adjacent schoolings share, in years. */
  readonly adjacentAmount: number;
  /** Up to so many people, everybody in a group knows everybody. */
  readonly smallGroup: number;
  /** Links below this strength are weak; home county links always are. */
  readonly weakBelow: number;
  /** A part below this is told as a reason why a link is weak. */
  readonly lowPart: number;
  /** A path is multiplied by this for each person between the first and the target. */
  readonly perPerson: number;
  /** Names (Chinese, English or alias) and codes of the places that are the zone. */
  readonly zone: readonly string[];
}

/** The defaults. */
export const DEFAULT_RULES: NetworkRules = {
  links: {
    COAUTHOR: { base: 0.95, halfLife: 8, amount: 1, undated: 0.3 },
    PROJECT: { base: 0.9, halfLife: 8, amount: 1, undated: 0.3 },
    COLLEAGUE: { base: 0.8, halfLife: 10, amount: 4, undated: 0 },
    ADVISOR: { base: 0.9, halfLife: 30, amount: 1, undated: 0.6 },
    ALUMNI: { base: 0.5, halfLife: 20, amount: 2, undated: 0 },
    TEAM: { base: 0.85, halfLife: 8, amount: 3, undated: 0.3 },
    COAWARDED: { base: 0.4, halfLife: 15, amount: 1, undated: 0 },
    HOMETOWN: { base: 0.12, halfLife: 1, amount: 1, undated: 1 },
  },
  sameAdviserBase: 0.5,
  adjacentYears: 1,
  adjacentAmount: 0.5,
  smallGroup: 10,
  weakBelow: 0.15,
  lowPart: 0.5,
  perPerson: 0.8,
  zone: ["重庆高新区", "重庆高新技术产业开发区", "西部（重庆）科学城"],
};

/** The kinds of link, in the order in which equally strong ones are preferred. */
export const LINKS: readonly IntroductionLink[] = [
  "COAUTHOR",
  "PROJECT",
  "ADVISOR",
  "TEAM",
  "COLLEAGUE",
  "ALUMNI",
  "COAWARDED",
  "HOMETOWN",
];

/** Bounds of reading. Whatever they leave out is told with the answer. */
export interface NetworkBounds {
  /** People that paths may start from. */
  readonly starts: number;
  /** People of one step whose links are read. */
  readonly peopleAStep: number;
  /** Groups (institutions, teams, award years, counties, advisers) of one step whose people are read. */
  readonly groupsAStep: number;
  /** Works of one person. */
  readonly works: number;
  /** Authorships of the works of one person. */
  readonly authorships: number;
  /** People of one group. */
  readonly members: number;
  /** Links of one kind kept of one person, the strongest. */
  readonly linksOfPerson: number;
  /** Pairs of people of a group compared in one step; people of one step share them alike. */
  readonly pairsAStep: number;
  /** Rows of one search in all. */
  readonly rows: number;
  /** Milliseconds of reading in one search. */
  readonly timeMs: number;
  /** Partial paths looked at in one search. */
  readonly pathSteps: number;
  /** Works told as evidence of one hop. */
  readonly evidence: number;
}

/** The defaults. */
export const DEFAULT_BOUNDS: NetworkBounds = {
  starts: 2_000,
  peopleAStep: 300,
  groupsAStep: 400,
  works: 400,
  authorships: 6_000,
  members: 2_000,
  linksOfPerson: 400,
  pairsAStep: 60_000,
  rows: 80_000,
  timeMs: 6_000,
  pathSteps: 200_000,
  evidence: 5,
};
