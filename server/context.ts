import type DataLoader from "dataloader";
import type { FastifyRequest } from "fastify";
import type { Demo } from "./demo/index.ts";
import type { AnalysesService } from "./features/analyses/index.ts";
import type { AuditReader, AuditTrail, RequestOrigin } from "./features/audit/index.ts";
import { type Auth, type Principal, UnauthenticatedError } from "./features/auth/index.ts";
import type { CandidateModel } from "./features/candidates/index.ts";
import type { ContactModel, ContactsService } from "./features/contacts/index.ts";
import type { ContributionsService, Settlements } from "./features/contributions/index.ts";
import type { ExportsService } from "./features/exports/index.ts";
import type { IntroductionsService } from "./features/introductions/index.ts";
import type { MeasuresService } from "./features/measures/index.ts";
import type { NetworkService } from "./features/network/index.ts";
import type { Pipeline, PipelineLoaders } from "./features/pipeline/index.ts";
import type { HeldWork, SubjectRequests } from "./features/privacy/index.ts";
import type { Attachments, ReferralLoaders, ReferralsService } from "./features/referrals/index.ts";
import { type Rights, rightsOf } from "./features/rights/index.ts";
import { createLoaders, type ScientistsLoaders, type ScientistsService } from "./features/scientists/index.ts";
import type { SearchService } from "./features/search/index.ts";
import type { ReadModel } from "./features/selection/index.ts";
import type { TeamsService } from "./features/teams/index.ts";
import type { Attachment, Basemap, RegisteredField } from "./graphql/generated.ts";
import type { Log } from "./shared/log.ts";

/** What outlives a request. */
export interface Services {
  readonly audit: AuditTrail;
  readonly auditReader: AuditReader;
  readonly exports: ExportsService;
  readonly auth: Auth;
  readonly contacts: ContactsService;
  readonly subjectRequests: SubjectRequests;
  /** What the daily work holds on people. */
  readonly heldWork: HeldWork;
  /** Which personal data is held, for what and how long. */
  readonly dataRegistry: readonly RegisteredField[];
  readonly scientists: ScientistsService;
  readonly readModel: ReadModel;
  readonly search: SearchService;
  readonly network: NetworkService;
  readonly analyses: AnalysesService;
  readonly measures: MeasuresService;
  readonly teams: TeamsService;
  readonly basemap: Basemap;
  /** Makes the loader of candidates, for one request. */
  readonly createCandidatesLoader: () => DataLoader<string, CandidateModel>;
  readonly pipeline: Pipeline;
  readonly referrals: ReferralsService;
  readonly attachments: Attachments;
  readonly contributions: ContributionsService;
  readonly settlements: Settlements;
  readonly introductions: IntroductionsService;
  readonly demo: Demo;
}

/** What a resolver gets. Loaders are new for each request, so that nothing is kept between viewers. */
export interface Context extends Services {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  /** What the principal may use, by the table of rights. */
  readonly rights: Rights;
  readonly loaders: ScientistsLoaders;
  readonly contactsLoader: DataLoader<string, ContactModel[]>;
  readonly candidatesLoader: DataLoader<string, CandidateModel>;
  readonly pipelineLoaders: PipelineLoaders;
  readonly referralLoaders: ReferralLoaders;
  /** Files of a referral. */
  readonly attachmentsLoader: DataLoader<string, Attachment[]>;
  readonly log: Log;
  readonly requestId: string;
  /** Origin under which the caller reaches the product, for links to it. */
  readonly address: string;
  readonly language: "zh" | "en";
}

/** The language in which to answer a request: English when the caller asks for it first, else Chinese. */
export function languageOf(request: FastifyRequest): "zh" | "en" {
  return /^\s*en\b/i.test(request.headers["accept-language"] ?? "") ? "en" : "zh";
}

/** The context of one request. @throws AppError `UNAUTHENTICATED` when nobody is signed in */
export function createContext(services: Services, request: FastifyRequest): Context {
  const { principal } = request;
  if (principal === null) throw new UnauthenticatedError();
  return {
    ...services,
    principal,
    rights: rightsOf(principal.role),
    origin: { requestId: request.id, ip: request.ip },
    loaders: createLoaders(services.scientists),
    contactsLoader: services.contacts.createLoader(),
    candidatesLoader: services.createCandidatesLoader(),
    pipelineLoaders: services.pipeline.createLoaders(),
    referralLoaders: services.referrals.createLoaders(),
    attachmentsLoader: services.attachments.createLoader(),
    log: request.log,
    requestId: request.id,
    address: services.auth.room.settings.publicUrl ?? `${request.protocol}://${request.host}`,
    language: languageOf(request),
  };
}
