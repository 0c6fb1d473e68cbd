export { createPersonMatcher, type PersonMatcher } from "./person-matcher.ts";
export type { ProgressOf } from "./person-standing.ts";
export type { ReferralListener } from "./referral-work.ts";
export { referralsResolvers } from "./referrals.resolvers.ts";
export { createReferralsService, type ReferralLoaders, type ReferralsOptions, type ReferralsService } from "./referrals.service.ts";
export type * from "./referrals.types.ts";
