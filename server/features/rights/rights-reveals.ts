/** What an input can be used to learn: the lines of the table whose roles may use it (all of them); an argument also needs its field. */
export interface InputLine {
  /** An input type, an enum that selects what is shown, or a field with its arguments. */
  readonly on: string;
  /** Keys, values or arguments, separated by spaces. */
  readonly names: string;
  readonly reveals: readonly string[];
}

const HOMES = ["Scientist.birthPlace", "Scientist.ancestralHome"] as const;
const INSTITUTIONS = ["Scientist.education", "Scientist.employment"] as const;
const LATEST = ["Scientist.latestEmployment"] as const;
/** Tells nothing by itself. */
const LISTS = ["Query.scientists"] as const;
const NAMES = ["Scientist.nameZh", "Scientist.nameEn", "Scientist.aliases"] as const;

const ENGAGEMENTS = ["Query.engagements"] as const;

const line = (on: string, names: string, reveals: readonly string[] = []): InputLine => ({ on, names, reveals });

/**
 * What can be learned by choosing, not by reading: a filter, an order, a facet, a view or a typed text tells of the fields behind it,
 * so it may be used only by those who may read all of them. A key, value or argument of the contract without a line here fails
 * `npm run check`, as a field does.
 */
export const INPUT_RIGHTS: readonly InputLine[] = [
  // Filters, and the facets of the same keys.
  line("ScientistFilter", "fields", ["Scientist.fields"]),
  line("ScientistFilter", "homeRegions", HOMES),
  line("ScientistFilter", "birthPlaces", ["Scientist.birthPlace"]),
  line("ScientistFilter", "ancestralHomes", ["Scientist.ancestralHome"]),
  line("ScientistFilter", "almaMaters almaMaterPlaces", ["Scientist.education"]),
  line("ScientistFilter", "employers", ["Scientist.employment"]),
  line("ScientistFilter", "institutions", INSTITUTIONS),
  line("ScientistFilter", "workPlaces countries countriesExcluded", LATEST),
  line("ScientistFilter", "anyPlaces", [...HOMES, ...INSTITUTIONS, ...LATEST]),
  line("ScientistFilter", "tiers", ["Scientist.tier"]),
  line("ScientistFilter", "birthDecades birthYears", ["Scientist.birthDate"]),
  line("ScientistFilter", "awards", ["Scientist.awards"]),
  // The policy that gives a tier is a source of the people who have one: choosing that source would tell the tier.
  line("ScientistFilter", "sources", ["Scientist.facts", "Scientist.tier"]),
  line("ScientistFilter", "living", ["Scientist.deathDate"]),
  line("ScientistFilter", "bounds lasso boundsView unlocatedIn", LISTS),
  line("YearRange", "from to", LISTS),
  line("BoundsInput", "west south east north", LISTS),
  line("PointInput", "longitude latitude", LISTS),

  // Views and orders.
  line("MapView", "WORKPLACE", LATEST),
  line("MapView", "BIRTHPLACE", ["Scientist.birthPlace"]),
  line("MapView", "ANCESTRAL_HOME", ["Scientist.ancestralHome"]),
  line("MapView", "ALMA_MATER", ["Scientist.education"]),
  line("ScientistSort", "by direction", LISTS),
  line("ScientistSortKey", "RELEVANCE", LISTS),
  line("ScientistSortKey", "NAME", NAMES),
  line("ScientistSortKey", "BIRTH_DATE", ["Scientist.birthDate"]),
  line("ScientistSortKey", "LATEST_AWARD", ["Scientist.awards"]),

  // Typed text finds names; what else it searches is in PROSE_RIGHTS, and what it is understood as is in the filters above.
  line("Query.scientists", "query", NAMES),
  line("Query.talentMap", "query", NAMES),
  line("Query.flows", "query", NAMES),
  line("RequestExportInput", "query", NAMES),

  // What only says which, how many, or what is to be written: the field's own line decides.
  line("Query.scientists", "filter sort first after"),
  line("Query.talentMap", "view filter bounds zoom"),
  line("Query.flows", "from to level filter first"),
  line("Query.scientist", "id"),
  line("Query.institution", "id"),
  line("Query.place", "id"),
  line("Query.fields", "scheme"),
  line("Query.places", "within level"),
  line("Query.auditRecords", "filter first after"),
  line("Query.subjectRequests", "status"),
  line("Scientist.related", "first"),
  line("ScientistConnection.facets", "keys first contains"),
  line("AuditFilter", "actor actions subject from to results", ["Query.auditRecords"]),
  line("Mutation.createAccount", "input"),
  line("CreateAccountInput", "name displayName", ["Mutation.createAccount"]),
  line("Mutation.resetAccount", "id reason"),
  line("Mutation.setAccountRole", "id role reason"),
  line("Mutation.setAccountDisabled", "id disabled reason"),
  line("Mutation.unlockAccount", "id"),
  line("Mutation.revokeSession", "id"),
  line("Mutation.issueApiToken", "input"),
  line("IssueApiTokenInput", "name role days", ["Mutation.issueApiToken"]),
  line("Mutation.revokeApiToken", "id reason"),
  line("Mutation.addContact", "input"),
  line("AddContactInput", "scientistId kind value statedSource lawfulBasis obtainedOn", ["Mutation.addContact"]),
  line("Mutation.removeContact", "id reason"),
  line("Mutation.revealContact", "id reason"),
  line("Mutation.registerSubjectRequest", "input"),
  line("RegisterSubjectRequestInput", "kind scientistId requester description receivedOn", ["Mutation.registerSubjectRequest"]),
  line("Mutation.closeSubjectRequest", "id outcome note"),
  line("Mutation.requestExport", "input"),
  line("RequestExportInput", "filter reason", ["Mutation.requestExport"]),
  line("Mutation.decideExportRequest", "id approve note"),

  line("Query.collaborationNetwork", "around depth years minWorks limit links filter fromInstitutions team"),
  line("Query.collaborationNetwork", "query", NAMES),
  line("Query.networkEdge", "source target years"),
  line("Query.networkPeople", "ids"),
  line("Query.networkAuthors", "name first"),
  line("Query.networkPreview", "of years minWorks"),
  line("Query.introductionPaths", "to from first fromInstitutions fromPlaces fromOurPeople via notVia notThrough since maxHops"),
  line("Query.introductionSearch", "to from first fromInstitutions fromPlaces fromOurPeople via notVia notThrough since maxHops"),

  line("Query.networkPlaces", "people", LATEST),
  line("Query.analysis", "id"),
  line("Mutation.updateAnalysis", "input"),
  line("UpdateAnalysisInput", "id version title shared", ["Mutation.updateAnalysis"]),
  line("Mutation.deleteAnalysis", "id"),
  line("Mutation.restoreAnalysis", "id"),

  // A measure of a selection says who is in it.
  line("Query.measureRuns", "first"),
  line("Query.measureRun", "id"),
  line("Mutation.startMeasure", "input"),
  line("Mutation.cancelMeasure", "id"),
  line("StartMeasureInput", "kind key filter ids links minWorks since seed sample person betweenInstitutions betweenCommunities", [
    "Mutation.startMeasure",
  ]),
  line("StartMeasureInput", "query", ["Mutation.startMeasure", ...NAMES]),
  line("CommunitiesInput", "run first second", ["Mutation.startMeasure"]),
  line("MeasureRun.top", "first"),
  line("MeasureRun.communities", "first"),
  line("MeasureRun.values", "ids"),

  line("Query.team", "id"),
  line("Query.teamSuggestions", "minWorks since first"),
  line("Mutation.saveTeam", "input"),
  line("Mutation.removeTeam", "id version"),
  line("Mutation.assignTeamNeed", "id institution"),
  line("SaveTeamInput", "id version key name proposed purpose members needs", ["Mutation.saveTeam"]),
  line("TeamMemberInput", "person role from to stated", ["Mutation.saveTeam"]),
  line("TeamNeedInput", "id kind description", ["Mutation.saveTeam"]),

  // Engagements are filtered and ordered by what their readers see.
  line("Query.engagements", "filter sort first after"),
  line("Query.engagement", "id"),
  line("Query.programmes", "includeClosed"),
  line("Query.pipelineStatistics", "from to"),
  line("EngagementFilter", "stages statuses channels desks owners programmes ageing nextStep openedFrom openedTo", ENGAGEMENTS),
  line("EngagementFilter", "scientists", [...ENGAGEMENTS, ...LISTS]),
  line("EngagementFilter", "query", [...ENGAGEMENTS, ...LISTS, ...NAMES]),
  line("EngagementFilter", "name", [...ENGAGEMENTS, "Candidate.name"]),
  line("EngagementSort", "by direction", ENGAGEMENTS),
  line("EngagementSortKey", "NEXT_STEP", ["Engagement.nextStep"]),
  line("EngagementSortKey", "IDLE_DAYS", ["Engagement.idleDays"]),
  line("EngagementSortKey", "OPENED", ["Engagement.openedOn"]),
  line("EngagementSortKey", "NAME", ["Candidate.name"]),
  line("Mutation.openEngagement", "input"),
  line("OpenEngagementInput", "candidateId scientistId referralId programmeId channel ownerId deskId nextStep", [
    "Mutation.openEngagement",
  ]),
  line("NextStepInput", "text dueOn", ["Mutation.setNextStep"]),
  line("Mutation.updateEngagement", "input"),
  line("UpdateEngagementInput", "id version programmeId ownerId deskId channel", ["Mutation.updateEngagement"]),
  line("Mutation.moveEngagement", "input"),
  line("Mutation.moveEngagements", "inputs"),
  line("MoveEngagementInput", "id version stage status reason", ["Mutation.moveEngagement"]),
  line("Mutation.undoMoves", "moveIds"),
  line("Mutation.logContact", "input"),
  line("LogContactInput", "engagementId kind on summary language promises nextStep seenContactId idempotencyKey", ["Mutation.logContact"]),
  line("PromiseMadeInput", "text dueOn", ["Mutation.logContact"]),
  line("Mutation.setNextStep", "input"),
  line("SetNextStepInput", "engagementId version nextStep", ["Mutation.setNextStep"]),
  line("Mutation.keepPromise", "id keptOn"),
  line("Mutation.recordOpenEngagementCheck", "input"),
  line("OpenEngagementCheckInput", "engagementId informedOfDisclosure commitment dualPost restrictedField note", [
    "Mutation.recordOpenEngagementCheck",
  ]),
  line("Mutation.decideLegalReview", "checkId cleared note"),
  line("Mutation.saveProgramme", "input"),
  line("SaveProgrammeInput", "id kind nameZh nameEn description closed", ["Mutation.saveProgramme"]),
  line("Mutation.identifyCandidate", "candidateId scientistId"),
  line("Mutation.updatePipelineSettings", "input"),
  line("PipelineSettingsInput", "version stages desks claimDays claimReminderDays points", ["Mutation.updatePipelineSettings"]),
  line("PipelineStageInput", "id nameZh nameEn limitDays", ["Mutation.updatePipelineSettings"]),
  line("DeskInput", "id nameZh nameEn", ["Mutation.updatePipelineSettings"]),
  line("ContributionPointsInput", "kind points", ["Mutation.updatePipelineSettings"]),
  line("Mutation.dismissReminder", "id"),
  line("Mutation.setDigestAddress", "email"),

  // Whether somebody is in progress is told to referrers by stage and desk; which referrals there are, only to officers.
  line("Query.referral", "id"),
  line("Query.referrals", "filter first after"),
  line("ReferralFilter", "statuses waiting offering", ["Query.referrals"]),
  line("Query.referralLookup", "input"),
  line("ReferralLookupInput", "name employer orcid scientistId", ["Query.referralLookup"]),
  line("Mutation.submitReferral", "input"),
  line("SubmitReferralInput", "idempotencyKey name employer relation knownFrom knownTo agreedToContact note orcid scientistId", [
    "Mutation.submitReferral",
  ]),
  line("SubmitReferralInput", "openTo anotherPersonBecause", ["Mutation.submitReferral"]),
  line("Mutation.withdrawReferral", "id reason"),
  line("Mutation.offerIntroduction", "referralId note"),
  line("Mutation.closeIntroductionOffer", "referralId outcome note"),
  line("Mutation.transferClaim", "fromReferralId toReferralId reason"),
  line("Mutation.decideReferral", "id decision reason"),

  line("Query.contributions", "filter first after"),
  line("ContributionFilter", "statuses ambassador", ["Query.contributions"]),
  line("Mutation.decideContribution", "id confirmed points note"),
  line("Mutation.disputeContribution", "id evidence"),
  line("Mutation.proposeContribution", "input"),
  line("ProposeContributionInput", "referralId kind on evidence", ["Mutation.proposeContribution"]),

  line("Query.introductionTasks", "filter first after"),
  line("IntroductionTaskFilter", "statuses scientistId", ["Query.introductionTasks"]),
  line("Mutation.requestIntroduction", "input"),
  line("RequestIntroductionInput", "idempotencyKey people links since note", ["Mutation.requestIntroduction"]),
  line("Mutation.moveIntroductionTask", "input"),
  line("MoveIntroductionTaskInput", "id version move note", ["Mutation.moveIntroductionTask"]),
  line("Mutation.linkAccountToScientist", "accountId scientistId"),
  line("Mutation.setIntroductionZone", "input"),
  line("IntroductionZoneInput", "version placeIds institutionIds", ["Mutation.setIntroductionZone"]),
];

/** Enums of which every value needs a line, because the value selects what is shown. Other enums only narrow what the field shows anyway. */
export const REVEALING_ENUMS = ["MapView", "ScientistSortKey", "EngagementSortKey"] as const;

/** The fields of the prose that typed text is searched in beside names. */
export const PROSE_RIGHTS = ["Scientist.specialty", "AwardReceived.motivation"] as const;

/** The field that each property of `Scientist.facts` reveals; a property without a line is shown to nobody. */
export const FACT_RIGHTS: Readonly<Record<string, string>> = {
  nameZh: "Scientist.nameZh",
  nameEn: "Scientist.nameEn",
  birthDate: "Scientist.birthDate",
  deathDate: "Scientist.deathDate",
  gender: "fact.gender",
  birthPlace: "Scientist.birthPlace",
  ancestralHome: "Scientist.ancestralHome",
  education: "Scientist.education",
  employment: "Scientist.employment",
  specialty: "Scientist.specialty",
  field: "Scientist.fields",
  award: "Scientist.awards",
  tier: "Scientist.tier",
};

/** The lines that each thing a screen may offer stands for: a role has it when it may use all of them. */
export const CAPABILITY_RIGHTS = {
  READ_SCIENTISTS: ["Query.scientists", "Query.talentMap", "Query.scientist"],
  READ_WORKING_DATA: ["Scientist.tier", "Scientist.needs", "Fact.verifiedBy", "ScientistFilter.sources"],
  EXPORT_SCIENTISTS: ["export.scientists"],
  DECIDE_EXPORTS: ["Mutation.decideExportRequest"],
  READ_CONTACTS: ["Scientist.contacts", "Mutation.revealContact"],
  WRITE_CONTACTS: ["Mutation.addContact", "Mutation.removeContact"],
  HANDLE_SUBJECT_REQUESTS: ["Query.subjectRequests", "Mutation.closeSubjectRequest"],
  MANAGE_ACCOUNTS: ["Mutation.createAccount", "Mutation.setAccountDisabled"],
  GRANT_ROLES: ["Mutation.setAccountRole", "Mutation.issueApiToken"],
  READ_AUDIT: ["Query.auditRecords"],
  REFER: ["Mutation.submitReferral", "Query.myReferrals"],
  WORK_PIPELINE: ["Query.engagements", "Mutation.moveEngagement", "Mutation.logContact"],
  READ_PIPELINE_STATISTICS: ["Query.pipelineStatistics"],
  CONFIGURE_PIPELINE: ["Mutation.updatePipelineSettings"],
  MEASURE_NETWORKS: ["Mutation.startMeasure", "Query.measureRun"],
  KEEP_TEAMS: ["Mutation.saveTeam", "Query.teams"],
  SAVE_ANALYSES: ["Query.analyses", "Mutation.updateAnalysis", "analysis.save", "export.network"],
  FIND_INTRODUCTIONS: ["Query.introductionSearch"],
  ASK_INTRODUCTIONS: ["Mutation.requestIntroduction", "Query.introductionTasks", "Query.ourPeople"],
  ANSWER_INTRODUCTIONS: ["Query.myIntroductionTasks", "Mutation.moveIntroductionTask"],
} as const;
