export { type ContributionListener, createContributionListener, type IntroductionMade } from "./contribution-listener.ts";
export { contributionReminders } from "./contribution-reminders.ts";
export { contributionsResolvers } from "./contributions.resolvers.ts";
export { type ContributionsService, createContributionsService } from "./contributions.service.ts";
export type * from "./contributions.types.ts";
export { settlementList } from "./settlement-list.ts";
export { createSettlements, type Settlements } from "./settlements.ts";
