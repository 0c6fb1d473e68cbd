import DataLoader from "dataloader";
import type { Database } from "../../db/records.ts";
import { readTransaction } from "../../db/run.ts";
import type {
  IntroductionOutcome,
  ReferralDecision,
  ReferralFilter,
  ReferralLookupInput,
  SubmitReferralInput,
} from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import type { Outcome } from "../../shared/refusals.ts";
import { candidatesOfPerson } from "../candidates/index.ts";
import type { PipelineSettingsService } from "../pipeline/index.ts";
import type { ProgressModel } from "../pipeline/pipeline.types.ts";
import type { PersonMatch, StatedPerson } from "./person-matcher.ts";
import { type ProgressOf, personKeyed, standingOf } from "./person-standing.ts";
import { createReferralDecisions } from "./referral-decisions.ts";
import { readLine, readOrcid } from "./referral-input.ts";
import { createReferralWork, type ReferralListener } from "./referral-work.ts";
import * as repository from "./referrals.repository.ts";
import type { InProgressModel, ReferralLookupModel, ReferralModel, Writer } from "./referrals.types.ts";
import { createSubmission, onlyMatch, type SubmissionOptions, type Submitted } from "./submission.ts";

/** What the service is made with. */
export interface ReferralsOptions extends SubmissionOptions {
  readonly listeners: readonly ReferralListener[];
  readonly settings: Pick<PipelineSettingsService, "current" | "currentIn" | "known">;
}

/** Loaders of one request. */
export interface ReferralLoaders {
  readonly referral: DataLoader<string, ReferralModel | null>;
  /** Referrals of a candidate, first first. */
  readonly ofCandidate: DataLoader<string, ReferralModel[]>;
  /** How far the person of a candidate has come. */
  readonly progress: DataLoader<string, ProgressModel | null>;
}

/** Referrals: who was named, by whom, and how the office goes on with it. */
export interface ReferralsService {
  createLoaders(): ReferralLoaders;
  /** Ids of the own referrals, latest first. */
  own(referrerId: string): Promise<string[]>;
  page(
    filter: ReferralFilter,
    page: { readonly first: number; readonly after: repository.PagePosition | null },
  ): Promise<{ items: repository.PagePosition[]; hasNextPage: boolean }>;
  count(filter: ReferralFilter): Promise<number>;
  matches(person: StatedPerson): Promise<PersonMatch[]>;
  lookup(input: ReferralLookupInput): Promise<ReferralLookupModel>;
  /** What is told of a person in progress: of the engagement, or of the first stage and desk when only a claim runs. */
  told(progress: ProgressModel | null): Promise<InProgressModel>;
  submit(input: SubmitReferralInput, by: Writer): Promise<Outcome<Submitted>>;
  withdraw(id: string, reason: string | null, by: Writer): Promise<Outcome<string>>;
  offerIntroduction(id: string, note: string, by: Writer): Promise<Outcome<string>>;
  closeOffer(id: string, outcome: IntroductionOutcome, note: string, by: Writer): Promise<Outcome<string>>;
  transfer(fromId: string, toId: string, reason: string, by: Writer): Promise<Outcome<string>>;
  decide(id: string, decision: ReferralDecision, reason: string, by: Writer): Promise<Outcome<string>>;
}

const LOOKUP_MATCHES = 5;

function createLoadersOf(database: Database, clock: () => Date, progressOf: ProgressOf): ReferralLoaders {
  const referral = new DataLoader<string, ReferralModel | null>((ids) => repository.referralsById(database, ids, chinaDayOf(clock())));
  const ofCandidate = new DataLoader<string, ReferralModel[]>(async (candidateIds) => {
    const ids = await repository.referralIdsOfCandidates(database, candidateIds);
    return Promise.all(ids.map(async (list) => (await Promise.all(list.map((id) => referral.load(id)))).filter((each) => each !== null)));
  });
  const progress = new DataLoader<string, ProgressModel | null>((candidateIds) =>
    readTransaction(database.driver, database.database, async (transaction) => {
      const found: (ProgressModel | null)[] = [];
      for (const id of candidateIds) found.push(await progressOf(transaction, await candidatesOfPerson(transaction, id)));
      return found;
    }),
  );
  return { referral, ofCandidate, progress };
}

/** The service on one database. */
export function createReferralsService(options: ReferralsOptions): ReferralsService {
  const { driver, database, clock, matcher, progressOf, settings } = options;
  const at = { driver, database };
  const today = (): string => chinaDayOf(clock());

  async function told(progress: ProgressModel | null): Promise<InProgressModel> {
    const known = await settings.known();
    const stage = progress === null ? known.current.stages[0] : known.stage(progress.stage);
    const desk = progress === null ? known.current.desks[0] : known.desk(progress.desk);
    if (stage === undefined || desk === undefined) throw new Error("The settings of the pipeline have no stage or no desk.");
    return { stage, desk };
  }

  return {
    createLoaders: () => createLoadersOf(at, clock, progressOf),
    own: (referrerId) => repository.referralIdsOf(at, referrerId),
    page: (filter, page) => repository.referralPage(at, filter, today(), page),
    count: (filter) => repository.referralCount(at, filter, today()),
    matches: (person) => matcher.find(person),
    told,

    async lookup({ name, employer, orcid, scientistId }) {
      const person = { name: readLine(name) ?? "", employer: readLine(employer), orcid: readOrcid(orcid ?? "") };
      const matches = await matcher.find(person);
      const picked = matches.find((match) => match.scientistId === scientistId) ?? null;
      const meant = picked ?? onlyMatch(matches);
      const keyed = personKeyed(person, await matcher.directory());
      const sought = { keyed, scientistId: meant?.scientistId ?? null, picked: picked !== null };
      const standing = await readTransaction(driver, database, (transaction) => standingOf(transaction, sought, progressOf, today()));
      const inProgress = standing.claims.length > 0 || standing.progress !== null ? await told(standing.progress) : null;
      return { matches: matches.slice(0, LOOKUP_MATCHES), inProgress };
    },

    submit: createSubmission(options),
    ...createReferralWork(options),
    ...createReferralDecisions({ ...options, directory: matcher.directory }),
  };
}
