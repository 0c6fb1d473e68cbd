export { CLOSED_ENGAGEMENT_KEEP_DAYS, dataRegistry, ENDED_INTRODUCTION_KEEP_DAYS, ENDED_REFERRAL_KEEP_DAYS } from "./data-registry.ts";
export { type PersonalRecord, readPersonalRecord } from "./personal-record.ts";
export { personalRecordPage } from "./personal-record-page.ts";
export { privacyResolvers } from "./privacy.resolvers.ts";
export type * from "./privacy.types.ts";
export type { Identity } from "./refusal-keys.ts";
export { createRefusalRegister, type RefusalRegister } from "./refusal-register.ts";
export { applyRetention } from "./retention.ts";
export { createSubjectRequests, type SubjectRequests } from "./subject-requests.ts";
