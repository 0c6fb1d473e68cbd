export { ATTACHMENT_MAX_BYTES, ATTACHMENTS_MAX, type Attachments, createAttachments } from "./attachments.ts";
export { createPersonMatcher, type PersonMatcher } from "./person-matcher.ts";
export type { ProgressOf } from "./person-standing.ts";
export { createReferralListener } from "./pipeline-listener.ts";
export { referralReminders } from "./referral-reminders.ts";
export type { ReferralListener } from "./referral-work.ts";
export { referralsResolvers } from "./referrals.resolvers.ts";
export { createReferralsService, type ReferralLoaders, type ReferralsOptions, type ReferralsService } from "./referrals.service.ts";
export type * from "./referrals.types.ts";
