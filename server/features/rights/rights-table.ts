import type { FieldClass, Role } from "../../graphql/generated.ts";

/** A role, or null for a principal whom no role has been granted yet. */
export type Grantee = Role | null;

/** Some fields of one type, their class, and who may use them. Names are separated by spaces. */
export interface FieldLine {
  readonly type: string;
  readonly fields: string;
  readonly fieldClass: FieldClass;
  readonly roles: readonly Grantee[];
}

const PEOPLE = ["OFFICER", "AMBASSADOR", "ANALYST", "EXPERT", "SERVICE"] as const;
/** Those who work with people inside the office: tier, research needs, what was verified. */
const OFFICE = ["OFFICER", "ANALYST", "EXPERT", "SERVICE"] as const;
const EXPORTERS = ["OFFICER", "ANALYST"] as const;
/** Who asks for exports over the cap, and who decides on them. The decider sees reason and count, not whom it is about. */
const EXPORT_DESK = ["OFFICER", "ANALYST", "SECURITY_ADMIN"] as const;
/** Who meets the people concerned: ways to reach them, and their requests under 个人信息保护法. */
const CONTACT_DESK = ["OFFICER", "SERVICE"] as const;
const OFFICER = ["OFFICER"] as const;
/** Who refers people: ambassadors, and officers who were told of somebody themselves. */
const REFERRERS = ["AMBASSADOR", "OFFICER"] as const;
const PIPELINE_READERS = ["OFFICER", "ANALYST"] as const;
/** Who looks for somebody who can introduce us. */
const NETWORKERS = ["OFFICER", "ANALYST"] as const;
const ACCOUNT_ADMINS = ["SYSTEM_ADMIN", "SECURITY_ADMIN"] as const;
const SYSTEM_ADMIN = ["SYSTEM_ADMIN"] as const;
const SECURITY_ADMIN = ["SECURITY_ADMIN"] as const;
const AUDITOR = ["AUDITOR"] as const;
const RIGHTS_READERS = ["SECURITY_ADMIN", "AUDITOR"] as const;
const ANY_ROLE = [...PEOPLE, ...ACCOUNT_ADMINS, ...AUDITOR] as const;
/** Also those without a role: themselves and their own sessions. */
const SIGNED_IN = [...ANY_ROLE, null] as const;

const fields = (type: string, fieldClass: FieldClass, roles: readonly Grantee[], names: string): FieldLine => ({
  type,
  fields: names,
  fieldClass,
  roles,
});

/**
 * THE TABLE OF RIGHTS. Every field of every type that answers, its class, and the roles that may use it; nobody else may, on any way.
 * Decided by the users' work (design.md §1) and by 三员分立 (security.md S16): administrators and auditor see no talent data.
 * A field of the contract without a line here fails `npm run check` and keeps the server from starting.
 */
export const FIELD_RIGHTS: readonly FieldLine[] = [
  // Oneself.
  fields("Query", "INTERNAL", SIGNED_IN, "viewer mySessions"),
  fields("Mutation", "INTERNAL", SIGNED_IN, "revokeSession revokeOtherSessions"),
  fields("Viewer", "INTERNAL", SIGNED_IN, "id name role demo capabilities"),
  fields("Session", "INTERNAL", SIGNED_IN, "id current createdAt lastSeenAt expiresAt ip userAgent"),
  fields("Revoked", "INTERNAL", SIGNED_IN, "count"),
  fields("InvalidInput", "INTERNAL", SIGNED_IN, "field message"),
  fields("NotAllowed", "INTERNAL", SIGNED_IN, "message"),

  // Accounts: the system administrator keeps them, the security administrator grants roles and tokens.
  fields("Query", "INTERNAL", ACCOUNT_ADMINS, "accounts"),
  fields("Account", "INTERNAL", ACCOUNT_ADMINS, "id name displayName role status secondFactor createdAt lastSignInAt demo"),
  fields("AccountChanged", "INTERNAL", ACCOUNT_ADMINS, "account"),
  fields("Mutation", "INTERNAL", SYSTEM_ADMIN, "createAccount resetAccount setAccountDisabled unlockAccount"),
  fields("AccountLink", "INTERNAL", SYSTEM_ADMIN, "account link expiresAt"),
  fields("Mutation", "INTERNAL", SECURITY_ADMIN, "setAccountRole issueApiToken revokeApiToken"),
  fields("Query", "INTERNAL", SECURITY_ADMIN, "apiTokens"),
  fields("ApiToken", "INTERNAL", SECURITY_ADMIN, "id name role createdAt expiresAt lastUsedAt issuedBy revokedAt"),
  fields("ApiTokenIssued", "INTERNAL", SECURITY_ADMIN, "apiToken bearer"),

  // The table itself, and the trail.
  fields("Query", "INTERNAL", RIGHTS_READERS, "rights"),
  fields("Right", "INTERNAL", RIGHTS_READERS, "field fieldClass roles"),
  fields("Query", "INTERNAL", AUDITOR, "auditRecords auditIntegrity"),
  fields("AuditConnection", "INTERNAL", AUDITOR, "totalCount edges pageInfo"),
  fields("AuditEdge", "INTERNAL", AUDITOR, "cursor node"),
  fields("AuditRecord", "INTERNAL", AUDITOR, "index at actorId actorName actorRole demo ip action subjectIds detail result requestId hash"),
  fields("AuditIntegrity", "INTERNAL", AUDITOR, "intact records firstBadIndex headHash checkedAt"),

  // Ways to reach people.
  fields("Scientist", "CONTACT", CONTACT_DESK, "contacts"),
  fields("ContactPoint", "CONTACT", CONTACT_DESK, "id kind masked statedSource lawfulBasis obtainedOn demo"),
  fields("Mutation", "CONTACT", CONTACT_DESK, "revealContact"),
  fields("ContactRevealed", "CONTACT", CONTACT_DESK, "contact value"),
  fields("Mutation", "CONTACT", OFFICER, "addContact removeContact"),
  fields("ContactAdded", "CONTACT", OFFICER, "contact"),
  fields("ContactRemoved", "CONTACT", OFFICER, "id"),

  // Requests of the people concerned; which data is held and why is for everyone who works here.
  fields("Query", "INTERNAL", CONTACT_DESK, "subjectRequests"),
  fields("Mutation", "INTERNAL", CONTACT_DESK, "registerSubjectRequest closeSubjectRequest"),
  fields("SubjectRequestSaved", "INTERNAL", CONTACT_DESK, "request"),
  fields("SubjectRequest", "INTERNAL", CONTACT_DESK, "id kind scientist scientistId requester description receivedOn dueOn status"),
  fields("SubjectRequest", "INTERNAL", CONTACT_DESK, "note closedBy closedAt demo"),
  fields("Query", "PUBLIC", ANY_ROLE, "dataRegistry"),
  fields("RegisteredField", "PUBLIC", ANY_ROLE, "field fieldClass purposeZh purposeEn lawfulBasis retentionDays"),

  // Exports over the row cap.
  fields("Query", "INTERNAL", EXPORT_DESK, "exportRequests exportRowCap"),
  fields("Mutation", "INTERNAL", EXPORTERS, "requestExport"),
  fields("Mutation", "INTERNAL", SECURITY_ADMIN, "decideExportRequest"),
  fields("ExportRequestSaved", "INTERNAL", EXPORT_DESK, "request"),
  fields(
    "ExportRequest",
    "INTERNAL",
    EXPORT_DESK,
    "id requestedBy own requestedAt reason rowCount status decidedBy decidedAt note expiresAt",
  ),
  fields("ExportRequest", "INTERNAL", EXPORTERS, "selection"),

  // People: published facts.
  fields("Query", "PUBLIC", PEOPLE, "scientist institution fields places place dataStatus scientists talentMap flows basemap"),
  fields("Scientist", "PUBLIC", PEOPLE, "id nameZh nameEn aliases birthDate deathDate birthPlace ancestralHome sichuanChongqingTies"),
  fields("Scientist", "PUBLIC", PEOPLE, "specialty education employment latestEmployment fields teams updates awards"),
  fields("Scientist", "PUBLIC", PEOPLE, "orcid openAlexId wikidataId facts related"),
  fields("Fact", "PUBLIC", PEOPLE, "property value resolvedId inUse agrees source url retrievedOn"),
  fields("Source", "PUBLIC", PEOPLE, "id title url publisher licence retrievedAt"),
  fields("Education", "PUBLIC", PEOPLE, "institution stated degree from to fact"),
  fields("Employment", "PUBLIC", PEOPLE, "institution stated role from to asOf current fact"),
  fields("TeamMembership", "PUBLIC", PEOPLE, "team role from to"),
  fields("Update", "PUBLIC", PEOPLE, "id kind date title url"),
  fields("AwardReceived", "PUBLIC", PEOPLE, "award year category motivation fact"),
  fields("Award", "PUBLIC", PEOPLE, "id nameZh nameEn url"),
  fields("RelatedScientist", "PUBLIC", PEOPLE, "scientist reasons"),
  fields("RelationReason", "PUBLIC", PEOPLE, "kind institution place years"),
  fields("Institution", "PUBLIC", PEOPLE, "id nameZh nameEn aliases kind rorId place longitude latitude source employedCount alumniCount"),
  fields("Field", "PUBLIC", PEOPLE, "id scheme nameZh nameEn synonyms broader"),
  fields("Place", "PUBLIC", PEOPLE, "id nameZh nameEn level code longitude latitude within validFrom validTo succeededBy"),
  fields("DataStatus", "PUBLIC", PEOPLE, "scientistCount institutionCount dataDate changeSequence"),

  // People: working data of the office.
  fields("Scientist", "INTERNAL", OFFICE, "tier needs"),
  fields("ResearchNeed", "INTERNAL", OFFICE, "id kind description statedOn"),
  fields("Fact", "INTERNAL", OFFICE, "confidence verifiedBy verifiedOn"),

  // Lists and maps of people.
  fields("ScientistConnection", "PUBLIC", PEOPLE, "totalCount edges pageInfo facets interpretation"),
  fields("ScientistEdge", "PUBLIC", PEOPLE, "cursor node score matched"),
  fields("Match", "PUBLIC", PEOPLE, "field text start end"),
  fields("PageInfo", "PUBLIC", [...PEOPLE, ...AUDITOR], "hasNextPage endCursor"),
  fields("Facet", "PUBLIC", PEOPLE, "key values distinctCount"),
  fields("FacetValue", "PUBLIC", PEOPLE, "id label labelEn count"),
  fields("QueryChip", "PUBLIC", PEOPLE, "key values text start end"),
  fields("ChipValue", "PUBLIC", PEOPLE, "id label labelEn"),
  fields("TalentMap", "PUBLIC", PEOPLE, "total located unlocated unlocatedReasons features"),
  fields("UnlocatedCount", "PUBLIC", PEOPLE, "reason count"),
  fields("MapFeature", "PUBLIC", PEOPLE, "id kind label labelEn count longitude latitude bounds precision scientistId sharedId direction"),
  fields("Bounds", "PUBLIC", PEOPLE, "west south east north"),
  fields("Flow", "PUBLIC", PEOPLE, "from to count"),
  fields("Basemap", "PUBLIC", PEOPLE, "kind approvalNo owner expires url"),

  fields("Query", "PUBLIC", PEOPLE, "networkPlaces"),
  fields("NetworkPlaces", "PUBLIC", PEOPLE, "places unlocated others"),
  fields("NetworkPlace", "PUBLIC", PEOPLE, "id label labelEn longitude latitude precision people"),
  fields("PlacedPerson", "PUBLIC", PEOPLE, "id nameZh nameEn"),

  // Networks: joint works are published; who of ours could introduce us is work of the office.
  fields("Query", "PUBLIC", PEOPLE, "collaborationNetwork networkPreview networkEdge networkPeople networkAuthors"),
  fields("CollaborationNetwork", "PUBLIC", PEOPLE, "nodes edges omittedNodes omittedEdges cuts"),
  fields("NetworkAuthors", "PUBLIC", PEOPLE, "totalCount authors"),
  fields("NetworkAuthor", "PUBLIC", PEOPLE, "id name works firstYear lastYear affiliations source"),
  fields("NetworkPerson", "PUBLIC", PEOPLE, "id name scientist"),
  fields("NetworkNode", "PUBLIC", PEOPLE, "id name scientist degree depth"),
  fields("NetworkEdge", "PUBLIC", PEOPLE, "source target works firstYear lastYear links strength weak"),
  fields("NetworkEdgeDetail", "PUBLIC", PEOPLE, "source target strength weak links works jointWorks sharedFields"),
  fields("NetworkLink", "PUBLIC", PEOPLE, "link strength parts weak weakBecause firstYear lastYear evidence facts"),
  fields("StrengthPart", "PUBLIC", PEOPLE, "name factor"),
  fields("LinkEvidence", "PUBLIC", PEOPLE, "kind id title firstYear lastYear people sources"),
  fields("JointWork", "PUBLIC", PEOPLE, "id kind title year venue authors url sources"),
  fields("NetworkPreview", "PUBLIC", PEOPLE, "person neighbours"),
  fields("NeighbourCount", "PUBLIC", PEOPLE, "link total inYears atMost"),
  fields("NetworkCut", "PUBLIC", PEOPLE, "reason link considered of text"),
  fields("Query", "INTERNAL", NETWORKERS, "introductionPaths introductionSearch"),
  fields("IntroductionSearch", "INTERNAL", NETWORKERS, "to paths outcome maxHops starts cuts"),
  fields("IntroductionPath", "INTERNAL", NETWORKERS, "score parts hops"),
  fields("ScorePart", "INTERNAL", NETWORKERS, "kind hop factor"),
  fields("IntroductionHop", "INTERNAL", NETWORKERS, "from to fromPerson toPerson link alsoLinked evidence facts strength parts"),
  fields("IntroductionHop", "INTERNAL", NETWORKERS, "weak weakBecause firstYear lastYear"),

  // Saved analyses: of who saved them, and of the office when shared. Which of them one may open, the room decides.
  fields("Query", "INTERNAL", NETWORKERS, "analyses analysis"),
  fields("Mutation", "INTERNAL", NETWORKERS, "updateAnalysis deleteAnalysis restoreAnalysis"),
  fields("Analysis", "INTERNAL", NETWORKERS, "id title owner own shared dataDate createdAt changedAt version people links demo"),
  fields("OpenedAnalysis", "INTERNAL", NETWORKERS, "analysis view missingPeople"),
  fields("AnalysisSaved", "INTERNAL", NETWORKERS, "analysis"),
  fields("AnalysisConflict", "INTERNAL", NETWORKERS, "message analysis"),

  // Measures of networks: the analyst's work.
  fields("Query", "INTERNAL", NETWORKERS, "measureRuns measureRun"),
  fields("Mutation", "INTERNAL", NETWORKERS, "startMeasure cancelMeasure"),
  fields("MeasureSaved", "INTERNAL", NETWORKERS, "run"),
  fields(
    "MeasureRun",
    "INTERNAL",
    NETWORKERS,
    "id kind status progress seed selection links minWorks since sample person between startedBy own",
  ),
  fields("MeasureRun", "INTERNAL", NETWORKERS, "queuedAt startedAt finishedAt changeSequence people pairs unlinked largeGroups failure"),
  fields("MeasureRun", "INTERNAL", NETWORKERS, "top communities communityCount values demo"),
  fields("MeasuredPerson", "INTERNAL", NETWORKERS, "rank person value first second"),
  fields("MeasureValue", "INTERNAL", NETWORKERS, "id value"),
  fields("MeasureCommunity", "INTERNAL", NETWORKERS, "number size fields institutions central"),
  fields("TypicalField", "INTERNAL", NETWORKERS, "field count"),
  fields("TypicalInstitution", "INTERNAL", NETWORKERS, "institution count"),

  // Teams that are to move: analysts find them, officers say which institute covers what.
  fields("Query", "INTERNAL", NETWORKERS, "teams team teamSuggestions"),
  fields("Mutation", "INTERNAL", NETWORKERS, "saveTeam removeTeam"),
  fields("Mutation", "INTERNAL", OFFICER, "assignTeamNeed"),
  fields(
    "Team",
    "INTERNAL",
    NETWORKERS,
    "id name proposed purpose version createdBy createdAt changedAt members needs fields institutes demo",
  ),
  fields("TeamMember", "INTERNAL", NETWORKERS, "person role from to stated verifiedBy verifiedOn"),
  fields("TeamNeed", "INTERNAL", NETWORKERS, "id kind description institution assignedBy assignedAt"),
  fields("InstituteSuggestion", "INTERNAL", NETWORKERS, "institution people"),
  fields("TeamSuggestion", "INTERNAL", NETWORKERS, "people leastWorks firstYear lastYear"),
  fields("TeamSaved", "INTERNAL", NETWORKERS, "team"),
  fields("TeamRemoved", "INTERNAL", NETWORKERS, "id"),
  fields("TeamConflict", "INTERNAL", NETWORKERS, "message team"),

  // The pipeline: officers. Analysts see figures, the system administrator the settings; neither sees a person in them.
  fields("Query", "INTERNAL", [...REFERRERS, "ANALYST", "SYSTEM_ADMIN"], "pipelineSettings"),
  fields("PipelineSettings", "INTERNAL", [...REFERRERS, "ANALYST", "SYSTEM_ADMIN"], "version stages desks claimDays points"),
  fields("PipelineSettings", "INTERNAL", ["OFFICER", "SYSTEM_ADMIN"], "changedAt changedBy claimReminderDays mailConfigured"),
  fields("PipelineStage", "INTERNAL", [...REFERRERS, "ANALYST", "SYSTEM_ADMIN"], "id nameZh nameEn"),
  fields("PipelineStage", "INTERNAL", ["OFFICER", "ANALYST", "SYSTEM_ADMIN"], "limitDays"),
  fields("Desk", "INTERNAL", [...REFERRERS, "ANALYST", "SYSTEM_ADMIN"], "id nameZh nameEn"),
  fields("ContributionPoints", "INTERNAL", [...REFERRERS, "ANALYST", "SYSTEM_ADMIN"], "kind points"),
  fields("Mutation", "INTERNAL", SYSTEM_ADMIN, "updatePipelineSettings"),
  fields("PipelineSettingsSaved", "INTERNAL", SYSTEM_ADMIN, "settings"),
  fields("StaffMember", "INTERNAL", OFFICER, "id name"),
  fields("Query", "INTERNAL", OFFICER, "engagements engagement programmes officers"),
  fields("Scientist", "INTERNAL", OFFICER, "engagements"),
  fields(
    "Mutation",
    "INTERNAL",
    OFFICER,
    "openEngagement updateEngagement moveEngagement moveEngagements undoMoves logContact setNextStep",
  ),
  fields("Mutation", "INTERNAL", OFFICER, "keepPromise recordOpenEngagementCheck decideLegalReview saveProgramme identifyCandidate"),
  fields("Programme", "INTERNAL", OFFICER, "id kind nameZh nameEn description closed demo"),
  fields("Candidate", "INTERNAL", OFFICER, "id name employer scientist referrals engagements demo"),
  fields("Engagement", "INTERNAL", OFFICER, "id version candidate programme stage status channel desk owner openedOn stageSince"),
  fields(
    "Engagement",
    "INTERNAL",
    OFFICER,
    "daysInStage idleDays ageing nextStep contacts lastContact moves allowedMoves checkState checks",
  ),
  fields("Engagement", "INTERNAL", OFFICER, "others referral demo"),
  fields("NextStep", "INTERNAL", OFFICER, "text dueOn"),
  fields("ContactEntry", "INTERNAL", OFFICER, "id kind on summary language promises by loggedAt engagementId"),
  fields("PromiseMade", "INTERNAL", OFFICER, "id text dueOn keptOn"),
  fields("EngagementMove", "INTERNAL", OFFICER, "id fromStage toStage fromStatus toStatus at by reason takesBack takenBack"),
  fields("AllowedMove", "INTERNAL", OFFICER, "stage status reasonRequired"),
  fields("CheckState", "INTERNAL", OFFICER, "state reason"),
  fields("OpenEngagementCheck", "INTERNAL", OFFICER, "id at by informedOfDisclosure commitment dualPost restrictedField note state"),
  fields("OpenEngagementCheck", "INTERNAL", OFFICER, "decidedBy decidedAt decisionNote"),
  fields("EngagementConnection", "INTERNAL", OFFICER, "totalCount edges pageInfo byStage"),
  fields("EngagementEdge", "INTERNAL", OFFICER, "cursor node"),
  fields("StageCount", "INTERNAL", PIPELINE_READERS, "stage count"),
  fields("Query", "INTERNAL", PIPELINE_READERS, "pipelineStatistics"),
  fields("PipelineStatistics", "INTERNAL", PIPELINE_READERS, "from to total demoCount byChannel"),
  fields("PipelineStatistics", "INTERNAL", OFFICER, "byOwner"),
  fields("ChannelStatistics", "INTERNAL", PIPELINE_READERS, "channel opened byStage landed stopped"),
  fields("OwnerStatistics", "INTERNAL", OFFICER, "owner open overLimit withoutStep landed"),
  fields("EngagementSaved", "INTERNAL", OFFICER, "engagement"),
  fields("EngagementMoved", "INTERNAL", OFFICER, "engagement move"),
  fields("EngagementConflict", "INTERNAL", OFFICER, "message engagement"),
  fields("AlreadyEngaged", "INTERNAL", OFFICER, "message engagement"),
  fields("ContactLogged", "INTERNAL", OFFICER, "contact engagement"),
  fields("ContactUnseen", "INTERNAL", OFFICER, "message latest"),
  fields("CheckRequired", "INTERNAL", OFFICER, "message state"),
  fields("ProgrammeSaved", "INTERNAL", OFFICER, "programme"),
  fields("CandidateSaved", "INTERNAL", OFFICER, "candidate"),
  fields("Query", "INTERNAL", REFERRERS, "reminders digestAddress"),
  fields("Reminder", "INTERNAL", REFERRERS, "id kind on overdue personName text engagementId referralId introductionTaskId"),
  fields("Mutation", "INTERNAL", REFERRERS, "dismissReminder setDigestAddress"),
  fields("ReminderDismissed", "INTERNAL", REFERRERS, "id"),
  fields("DigestAddressSaved", "INTERNAL", REFERRERS, "email"),

  // Referrals: ambassadors see their own, by stage and day; officers see all.
  fields("Query", "INTERNAL", REFERRERS, "myReferrals referral referralLookup"),
  fields("Query", "INTERNAL", OFFICER, "referrals"),
  fields("Mutation", "INTERNAL", REFERRERS, "submitReferral withdrawReferral offerIntroduction"),
  fields("Mutation", "INTERNAL", OFFICER, "closeIntroductionOffer transferClaim decideReferral"),
  fields(
    "Referral",
    "INTERNAL",
    REFERRERS,
    "id name employer orcid relation knownFrom knownTo openTo agreedToContact note submittedAt anotherPersonBecause",
  ),
  fields("Referral", "INTERNAL", REFERRERS, "status claimedUntil stage stageSince desk attachments introductionOffer decisionReason demo"),
  fields("Referral", "INTERNAL", OFFICER, "referrer candidate matches"),
  fields("Attachment", "INTERNAL", REFERRERS, "id name mediaType size"),
  fields("IntroductionOffer", "INTERNAL", REFERRERS, "note at outcome closedAt"),
  fields("ReferralMatch", "INTERNAL", REFERRERS, "scientist agrees"),
  fields("ReferralLookup", "INTERNAL", REFERRERS, "matches inProgress"),
  fields("InProgress", "INTERNAL", REFERRERS, "stage desk"),
  fields("AlreadyInProgress", "INTERNAL", REFERRERS, "message stage desk referral"),
  fields("ReferralConnection", "INTERNAL", OFFICER, "totalCount edges pageInfo"),
  fields("ReferralEdge", "INTERNAL", OFFICER, "cursor node"),
  fields("ReferralSaved", "INTERNAL", REFERRERS, "referral"),

  // Contributions of ambassadors: each sees the own ones, officers decide.
  fields("Query", "INTERNAL", OFFICER, "contributions"),
  fields("Query", "INTERNAL", REFERRERS, "myContributions"),
  fields("Mutation", "INTERNAL", OFFICER, "decideContribution proposeContribution"),
  fields("Mutation", "INTERNAL", REFERRERS, "disputeContribution"),
  fields(
    "Contribution",
    "INTERNAL",
    REFERRERS,
    "id kind referral points settingsVersion status evidence on dispute decisionNote decidedAt",
  ),
  fields("Contribution", "INTERNAL", REFERRERS, "settlement proposedPoints demo"),
  fields("Contribution", "INTERNAL", OFFICER, "ambassador"),
  fields("ContributionConnection", "INTERNAL", OFFICER, "totalCount totalPoints demoCount demoPoints edges pageInfo"),
  fields("ContributionEdge", "INTERNAL", OFFICER, "cursor node"),
  fields("ContributionSaved", "INTERNAL", REFERRERS, "contribution"),

  // Introductions: officers ask; who is asked sees the own tasks, without what the office thinks of the links. Whose account is whose is confirmed by
  // officers, since administrators see no talent data.
  fields("Query", "INTERNAL", OFFICER, "introductionTasks ourPeople"),
  fields("Query", "INTERNAL", REFERRERS, "myIntroductionTasks"),
  fields("Mutation", "INTERNAL", OFFICER, "requestIntroduction linkAccountToScientist setIntroductionZone"),
  fields("Mutation", "INTERNAL", REFERRERS, "moveIntroductionTask"),
  fields("IntroductionHop", "INTERNAL", OFFICER, "fromContact toContact"),
  fields("OfficeContact", "INTERNAL", OFFICER, "on kind desk"),
  fields("IntroductionTask", "INTERNAL", REFERRERS, "id version status people length note askedBy askedAt handler"),
  fields("IntroductionTask", "INTERNAL", REFERRERS, "answeredBy answeredAt answer allowedMoves demo"),
  fields("IntroductionTask", "INTERNAL", OFFICER, "score"),
  fields("IntroductionTaskPerson", "INTERNAL", REFERRERS, "position person link firstYear lastYear"),
  fields("IntroductionTaskPerson", "INTERNAL", OFFICER, "strength weak"),
  fields("IntroductionTaskConnection", "INTERNAL", OFFICER, "totalCount edges pageInfo"),
  fields("IntroductionTaskEdge", "INTERNAL", OFFICER, "cursor node"),
  fields("IntroductionTaskSaved", "INTERNAL", REFERRERS, "task"),
  fields("IntroductionTaskConflict", "INTERNAL", REFERRERS, "message task"),
  fields("OurPeople", "INTERNAL", OFFICER, "accounts zone"),
  fields("OurAccount", "INTERNAL", OFFICER, "id name role own demo scientist confirmedBy confirmedAt"),
  fields("IntroductionZone", "INTERNAL", OFFICER, "version places institutions changedBy changedAt"),
  fields("OurAccountSaved", "INTERNAL", OFFICER, "account"),
  fields("IntroductionZoneSaved", "INTERNAL", OFFICER, "zone"),
];

/** A way to data outside GraphQL, or a value that has no field of its own. */
export interface WayLine {
  readonly way: string;
  readonly fieldClass: FieldClass;
  readonly roles: readonly Grantee[];
}

/** Ways to data that are no field of the contract. */
export const WAY_RIGHTS: readonly WayLine[] = [
  /** `/export/scientists.csv` and `.xlsx`: a list of people. */
  { way: "export.scientists", fieldClass: "INTERNAL", roles: EXPORTERS },
  /** `/export/person/…`: everything held on one person, with contacts, for a request of that person. */
  { way: "export.person", fieldClass: "CONTACT", roles: CONTACT_DESK },
  /** `/export/network`: a file of a network on the screen. */
  { way: "export.network", fieldClass: "INTERNAL", roles: EXPORTERS },
  /** `/analyses`: saving a network. */
  { way: "analysis.save", fieldClass: "INTERNAL", roles: NETWORKERS },
  /** `/export/contributions.csv` and `.xlsx`: a settlement of contributions. */
  { way: "export.contributions", fieldClass: "INTERNAL", roles: OFFICER },
  /** `/attachments/…`: adding and opening files of referrals; ambassadors those of their own. */
  { way: "attachment.referral", fieldClass: "INTERNAL", roles: REFERRERS },
  /** Facts of `Scientist.facts` whose property is no field of `Scientist`. */
  { way: "fact.gender", fieldClass: "PUBLIC", roles: PEOPLE },
];
