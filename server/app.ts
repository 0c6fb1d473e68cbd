import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Driver } from "neo4j-driver";
import { createContext, type Services } from "./context.ts";
import { withLease } from "./db/lease.ts";
import type { Database } from "./db/records.ts";
import { read } from "./db/run.ts";
import { createDemo } from "./demo/index.ts";
import type { Env } from "./env.ts";
import { analysesResolvers, createAnalysesService, DELETED_ANALYSIS_KEEP_DAYS, removeDeletedAnalyses } from "./features/analyses/index.ts";
import { auditResolvers, createAuditReader, createAuditTrail, createReadRecorder, startAuditUpkeep } from "./features/audit/index.ts";
import { authResolvers, createAuth } from "./features/auth/index.ts";
import { createCandidatesLoader, createEmployerDirectory } from "./features/candidates/index.ts";
import { contactsResolvers, createContactsService } from "./features/contacts/index.ts";
import { contributionsResolvers } from "./features/contributions/index.ts";
import { createExportsService, exportsResolvers } from "./features/exports/index.ts";
import { eraseAuthorsOf } from "./features/imports/index.ts";
import {
  createIntroductions,
  endTasksWith,
  eraseIntroductions,
  introductionsResolvers,
  readZone,
  type ZoneModel,
} from "./features/introductions/index.ts";
import { mapResolvers } from "./features/map/index.ts";
import { createMeasuresService, measuresResolvers } from "./features/measures/index.ts";
import { type ChoosePeople, createNetworkService, createPathReader, networkResolvers } from "./features/network/index.ts";
import { pipelineResolvers } from "./features/pipeline/index.ts";
import {
  applyRetention,
  createRefusalRegister,
  createSubjectRequests,
  dataRegistry,
  privacyResolvers,
  readPersonalRecord,
} from "./features/privacy/index.ts";
import { createHeldWork, createPersonMatcher, referralsResolvers } from "./features/referrals/index.ts";
import { rightsResolvers } from "./features/rights/index.ts";
import { createScientistsService, scientistsResolvers } from "./features/scientists/index.ts";
import { SearchService, searchResolvers } from "./features/search/index.ts";
import { createReadModel, type ReadModel, selectionResolvers } from "./features/selection/index.ts";
import { createTeamsService, teamsResolvers } from "./features/teams/index.ts";
import { recordReads } from "./graphql/audit-plugin.ts";
import { createSchema } from "./graphql/schema.ts";
import { registerAnalyses } from "./plugins/analyses.ts";
import { registerAttachments } from "./plugins/attachments.ts";
import { registerAuthRoutes } from "./plugins/auth-routes.ts";
import { describeBasemap, registerBasemap } from "./plugins/basemap.ts";
import { registerContributionExports } from "./plugins/contribution-exports.ts";
import { registerDemo } from "./plugins/demo.ts";
import { createMailer, registerDigest } from "./plugins/digest.ts";
import { handleErrors } from "./plugins/errors.ts";
import { registerExports } from "./plugins/exports.ts";
import { registerGraphql } from "./plugins/graphql.ts";
import { recordRefusal } from "./plugins/graphql-refusals.ts";
import { registerHealth } from "./plugins/health.ts";
import { registerLive } from "./plugins/live.ts";
import { registerNetworkExports } from "./plugins/network-exports.ts";
import { registerPersonalRecord } from "./plugins/personal-record.ts";
import { registerRetention } from "./plugins/retention.ts";
import { registerSecurity } from "./plugins/security.ts";
import { isSecure, registerSession } from "./plugins/session.ts";
import { registerWeb } from "./plugins/web.ts";
import { NOTICE_VERSION } from "./shared/notice.ts";
import { openSecret } from "./shared/secret.ts";
import { createWorkRooms, retainedWork, type WorkRooms } from "./work-rooms.ts";

const WEB_BUILD = fileURLToPath(new URL("../web/dist", import.meta.url));
const PING = /* cypher */ "RETURN 1 AS answer";
const PING_TIMEOUT_MS = 2_000;

/** What an app is built from. */
export interface AppOptions {
  readonly env: Env;
  readonly driver: Driver;
  readonly log: FastifyBaseLogger;
  /** The time; tests pass their own. */
  readonly clock: () => Date;
}

/** The people of a selection as the list orders them, for rooms below the list. */
function chooserOf(search: SearchService, readModel: ReadModel): ChoosePeople {
  return async ({ query, filter, rights }, most) => {
    const { selection } = await search.resolve({ query, filter }, rights);
    const ids: string[] = [];
    for (const id of readModel.idsInOrder(selection, null)) {
      if (ids.length === most) break;
      ids.push(id);
    }
    return { ids, total: readModel.count(selection) };
  };
}

/** What officers say the zone is; null while they have not. */
async function zoneSaid(database: Database): Promise<ZoneModel | null> {
  const zone = await readZone(database);
  return zone.version === 0 ? null : zone;
}

async function createServices({ env, driver, log, clock }: AppOptions): Promise<Services> {
  const database = { driver, database: env.database };
  const secret = openSecret(env);
  const audit = createAuditTrail({ ...database, secret, clock, log });
  const auth = createAuth({ ...database, audit, secret, clock, settings: env.accounts, noticeVersion: () => NOTICE_VERSION });
  const contacts = createContactsService({ ...database, secret, audit, clock });
  const readModel = await createReadModel({ ...database, log, clock });
  const register = createRefusalRegister(secret);
  const shown = (sequence: number): Promise<void> => readModel.catchUp(sequence);
  const directory = createEmployerDirectory(database, readModel);
  const heldWork = createHeldWork(directory);
  const subjectRequests = createSubjectRequests({
    ...database,
    register,
    work: heldWork,
    eraseImported: eraseAuthorsOf,
    eraseIntroductions,
    endIntroductions: (transaction, scientistId) => endTasksWith({ audit, clock }, transaction, scientistId),
    audit,
    clock,
    shown,
  });
  const scientists = createScientistsService(database);
  const search = new SearchService({ ...database, readModel, clock });
  const matcher = createPersonMatcher({ ...database, readModel, directory });
  const makeRooms = (onClock: () => Date): WorkRooms =>
    createWorkRooms({
      ...{ ...database, audit, clock: onClock, secret, log, register, matcher },
      ...{ mailConfigured: env.mail !== null, publicUrl: env.publicUrl ?? null, rowCap: env.exportRowCap },
    });
  return {
    audit,
    auditReader: createAuditReader({ ...database, secret, clock }),
    exports: createExportsService({ ...database, audit, clock, rowCap: env.exportRowCap }),
    auth,
    contacts,
    subjectRequests,
    heldWork,
    dataRegistry: dataRegistry(env.contactKeepDays),
    scientists,
    readModel,
    search,
    network: createNetworkService({
      ...{ ...database, clock, choose: chooserOf(search, readModel), zone: () => zoneSaid(database), rules: env.networkRules },
    }),
    introductions: createIntroductions({
      ...database,
      audit,
      clock,
      pathThrough: createPathReader({ ...database, clock, rules: env.networkRules }),
    }),
    analyses: createAnalysesService({ ...database, audit, clock }),
    teams: createTeamsService({ ...database, audit, clock }),
    measures: createMeasuresService({ ...database, audit, clock, log }),
    basemap: describeBasemap(env.basemap),
    ...makeRooms(clock),
    demo: createDemo({ ...database, audit, auth, clock, makeRooms }),
    createCandidatesLoader: () => createCandidatesLoader(database),
  };
}

/**
 * The whole app without a listening socket: the read model is built and current when this returns, and closing the app
 * stops everything that it started. The caller owns the driver.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const services = await createServices(options);
  const { driver, env, log, clock } = options;
  const app = Fastify({
    loggerInstance: log,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    trustProxy: env.trustProxy === "off" ? false : env.trustProxy,
  });
  app.addHook("onClose", () => services.readModel.close());
  app.addHook("onClose", () => services.measures.close());
  app.addHook(
    "onClose",
    startAuditUpkeep({ driver, database: env.database, secret: openSecret(env), clock, log, keepDays: env.auditKeepDays }),
  );
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      { method: request.method, path: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
  handleErrors(app);
  registerHealth(app, {
    pingDatabase: async () => {
      await read(driver, env.database, PING, {}, { timeoutMs: PING_TIMEOUT_MS });
    },
    readModel: () => ({ size: services.readModel.size, sequence: services.readModel.sequence }),
  });
  await registerSecurity(app, { tls: isSecure(env.publicUrl) });
  await registerSession(app, { auth: services.auth, publicUrl: env.publicUrl });
  await registerAuthRoutes(app, { auth: services.auth, trialDesk: env.trialDesk, publicUrl: env.publicUrl });
  const schema = createSchema([
    authResolvers,
    auditResolvers,
    exportsResolvers,
    rightsResolvers,
    scientistsResolvers,
    selectionResolvers,
    searchResolvers,
    mapResolvers,
    networkResolvers,
    measuresResolvers,
    teamsResolvers,
    analysesResolvers,
    contactsResolvers,
    privacyResolvers,
    pipelineResolvers,
    referralsResolvers,
    contributionsResolvers,
    introductionsResolvers,
  ]);
  await registerGraphql(app, {
    schema,
    plugins: [recordReads(schema, createReadRecorder(services.audit, clock))],
    context: (request) => createContext(services, request),
    principalOf: (request) => request.principal,
    onRefused: (asker, error) => recordRefusal(services.audit, asker, error),
  });
  registerRetention(app, async () => {
    const { audit } = services;
    const database = { driver, database: env.database };
    const analyses = {
      name: "analyses",
      keepDays: DELETED_ANALYSIS_KEEP_DAYS,
      remove: (before: string) => removeDeletedAnalyses(database, audit, before),
    };
    const others = [...retainedWork(database, audit), analyses];
    const options = { ...database, audit, contactKeepDays: env.contactKeepDays, others };
    return await withLease(driver, env.database, "retention", async () => ({ ...(await applyRetention(options, clock())) }));
  });
  registerLive(app, { driver, database: env.database, auth: services.auth, publicUrl: env.publicUrl });
  if (env.mail !== null) registerDigest(app, { digest: services.pipeline.digest, send: createMailer(env.mail) });
  registerPersonalRecord(app, {
    audit: services.audit,
    read: (id) => readPersonalRecord({ driver, database: env.database }, openSecret(env), services.heldWork, id),
    clock,
  });
  await registerAttachments(app, services);
  registerAnalyses(app, services);
  registerNetworkExports(app, { ...services, clock });
  registerExports(app, { ...services, clock });
  registerContributionExports(app, { ...services, clock });
  registerDemo(app, { demo: services.demo, trialDesk: env.trialDesk });
  await registerBasemap(app, env.basemap);
  await registerWeb(app, WEB_BUILD);
  return app;
}
