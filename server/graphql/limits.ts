/**
 * Limits of one operation, set from the operations that the screens really send: a test measures those and states the headroom, so that a
 * screen that grows past them, or a limit that no longer means anything, is noticed.
 */
export const LIMITS = {
  /** Levels of fields below the operation, fragments followed. */
  depth: 13,
  /** Fields and spreads given another name; the screens give none, scripts compare some lists at once. */
  aliases: 20,
  /** Directives, such as `@include`. */
  directives: 20,
  /** Words and signs of the text. */
  tokens: 800,
  /** Values that may be answered, as `operationUse` counts them. */
  cost: 60_000,
  /** Items of one page, wherever `first` is an argument. */
  first: 200,
  /** Operations of one account or token at the same time. */
  atOnce: 16,
  /** Operations that run at the same time in one server; further ones wait. */
  running: 8,
  /** Of which one account may have so many: what a browser asks at once of one host. */
  runningOfOne: 6,
} as const;

/** Length assumed for a list that has no `first`. */
export const ASSUMED_LENGTH = 4;

/** Facets that come when no keys are given. */
export const ALL_FACETS = 12;

/** Lists whose length the `first` of the field above them already counts. */
export const COUNTED_ABOVE: ReadonlySet<string> = new Set(["Facet.values"]);

/** What a field costs beside its values, because much is read or computed for it. */
export const COMPUTED: Readonly<Record<string, number>> = {
  "Query.scientists": 100,
  "Query.talentMap": 500,
  "Query.flows": 500,
  "Query.referralLookup": 50,
  "Referral.matches": 50,
  "Query.collaborationNetwork": 1_000,
  "Query.networkEdge": 200,
  "Query.networkPreview": 200,
  "Query.networkAuthors": 100,
  "Query.networkPlaces": 500,
  "Query.introductionPaths": 10_000,
  "Query.introductionSearch": 10_000,
  "Query.teams": 200,
  "Query.teamSuggestions": 2_000,
  "Team.fields": 20,
  "Team.institutes": 200,
  "Query.measureRuns": 100,
  "MeasureRun.top": 200,
  "MeasureRun.communities": 200,
  "MeasureRun.values": 1_000,
  "Query.places": 500,
  "Query.fields": 100,
  "Query.auditIntegrity": 5_000,
  "ScientistConnection.facets": 200,
  "Scientist.related": 500,
  "Institution.employedCount": 20,
  "Institution.alumniCount": 20,
};
