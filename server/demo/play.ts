import type { AuditActor } from "../features/audit/index.ts";
import type { ContributionsService, Settlements } from "../features/contributions/index.ts";
import {
  keepPromise,
  logContact,
  moveEngagement,
  openEngagement,
  type Pipeline,
  recordCheck,
  saveProgramme,
  setNextStep,
} from "../features/pipeline/index.ts";
import type { ReferralsService } from "../features/referrals/index.ts";
import { chinaDayOf, daysAfter } from "../shared/dates.ts";
import type { Outcome } from "../shared/refusals.ts";
import { PEOPLE, PROGRAMMES, REPEATS } from "./story.ts";
import type { Ambassador, Officer, ProgrammeKey, StoryEvent, StoryPerson, StoryRepeat } from "./story.types.ts";

/** Who plays. */
export type Cast = Readonly<Record<Officer | Ambassador, AuditActor>>;

/** The rooms, on a clock that the story sets. */
export interface Stage {
  readonly pipeline: Pipeline;
  readonly referrals: ReferralsService;
  readonly contributions: ContributionsService;
  readonly settlements: Settlements;
  /** Sets the clock of the rooms. */
  setTime(time: Date): void;
}

/** 10:30 in China, when offices work. */
const HOUR_UTC_MS = 2.5 * 3_600_000;
const ORIGIN = { requestId: "demo", ip: "127.0.0.1" };

/** What was wanted, or a fault: the story fits the rules of the rooms, and a refusal means that one of both has changed. */
function wanted<T>(what: string, { done, refused }: Outcome<T>): T {
  if (done === undefined) throw new Error(`演示 data: ${what} was refused: ${refused?.en}`);
  return done;
}

/** Writes the story through the rooms, in the past up to now. */
export class Play {
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #now: Date;
  #key = 0;

  constructor(stage: Stage, cast: Cast, now: Date) {
    this.#stage = stage;
    this.#cast = cast;
    this.#now = now;
  }

  /** Everything, in the order in which it depends on each other. */
  async run(): Promise<void> {
    const programmes = await this.#programmes();
    const referred = new Map<string, string>();
    const repeats = new Map(REPEATS.map((repeat) => [repeat.person, repeat]));
    for (const person of PEOPLE) {
      const referralId = await this.#refer(person);
      referred.set(person.name, referralId);
      const repeat = repeats.get(person.name);
      await this.#follow(person, referralId, programmes, repeat);
    }
    await this.#ledger(referred);
    this.#stage.setTime(this.#now);
  }

  /** Sets the clock to some days ago, a little later at each call, so that what follows is younger. */
  #at(ago: number): string {
    this.#key += 1;
    const noon = Date.parse(daysAfter(chinaDayOf(this.#now), -ago)) + HOUR_UTC_MS + this.#key * 1_000;
    const time = new Date(Math.min(noon, this.#now.getTime()));
    this.#stage.setTime(time);
    return chinaDayOf(time);
  }

  #by(who: Officer | Ambassador) {
    return { actor: this.#cast[who], origin: ORIGIN };
  }

  #newKey(): string {
    this.#key += 1;
    return `demo-${this.#now.getTime()}-${this.#key}`;
  }

  async #programmes(): Promise<ReadonlyMap<ProgrammeKey, string>> {
    const ids = new Map<ProgrammeKey, string>();
    this.#at(220);
    for (const key of ["programme", "chip", "biology"] as const) {
      const outcome = await saveProgramme(this.#stage.pipeline, { ...PROGRAMMES[key], closed: false }, this.#by("officer"));
      ids.set(key, wanted(`programme ${key}`, outcome).id);
    }
    return ids;
  }

  async #refer(person: StoryPerson): Promise<string> {
    this.#at(person.referred);
    const { name, employer, relation, knownFrom, openTo, agreed, note } = person;
    const input = {
      idempotencyKey: this.#newKey(),
      name,
      employer,
      relation,
      knownFrom: knownFrom ?? null,
      openTo: [...openTo],
      agreedToContact: agreed,
      note: note ?? null,
    };
    return wanted(name, await this.#stage.referrals.submit(input, this.#by(person.by))).id;
  }

  /** What happens to a person, in the order of the days; the second referral of the same person falls in between. */
  async #follow(
    person: StoryPerson,
    referralId: string,
    programmes: ReadonlyMap<ProgrammeKey, string>,
    repeat?: StoryRepeat,
  ): Promise<void> {
    const { end, events = [] } = person;
    if (end?.what === "WITHDRAW") {
      this.#at(end.ago);
      wanted(person.name, await this.#stage.referrals.withdraw(referralId, end.reason, this.#by(person.by)));
    }
    if (end?.what === "DECLINE") {
      this.#at(end.ago);
      wanted(person.name, await this.#stage.referrals.decide(referralId, "DECLINE", end.reason, this.#by("officer")));
    }
    let engagementId = "";
    const owner = events.find((event) => event.what === "OPEN")?.owner ?? "officer";
    const due = repeat === undefined ? [] : this.#repeated(person, repeat);
    for (const event of events) {
      while ((due[0]?.ago ?? -1) > event.ago) await due.shift()?.play();
      const today = this.#at(event.ago);
      if (event.what === "OPEN") engagementId = await this.#open(person, referralId, event, programmes);
      else await this.#event(person.name, engagementId, event, owner, today);
    }
    for (const each of due) await each.play();
  }

  /** The second referral of a person as steps with their days, oldest first. */
  #repeated(person: StoryPerson, { by, ago, relation, anotherBecause, offer }: StoryRepeat): { ago: number; play(): Promise<void> }[] {
    const { referrals } = this.#stage;
    let id = "";
    const steps = [
      {
        ago,
        play: async () => {
          this.#at(ago);
          const { name, employer } = person;
          const stated = { name, employer, relation, agreedToContact: true, anotherPersonBecause: anotherBecause ?? null };
          id = wanted(name, await referrals.submit({ idempotencyKey: this.#newKey(), ...stated }, this.#by(by))).id;
        },
      },
    ];
    if (offer === undefined) return steps;
    steps.push({
      ago: offer.ago,
      play: async () => {
        this.#at(offer.ago);
        wanted(person.name, await referrals.offerIntroduction(id, offer.note, this.#by(by)));
      },
    });
    const { made } = offer;
    if (made === undefined) return steps;
    steps.push({
      ago: made.ago,
      play: async () => {
        this.#at(made.ago);
        wanted(person.name, await referrals.closeOffer(id, "MADE", made.note, this.#by("officer")));
      },
    });
    return steps;
  }

  async #open(
    person: StoryPerson,
    referralId: string,
    { programme, owner, ownFind }: Extract<StoryEvent, { what: "OPEN" }>,
    programmes: ReadonlyMap<ProgrammeKey, string>,
  ): Promise<string> {
    const { pipeline, referrals } = this.#stage;
    const candidateId = ownFind === true ? (await referrals.createLoaders().referral.load(referralId))?.candidateId : undefined;
    const input = {
      ...(candidateId === undefined ? { referralId } : { candidateId }),
      programmeId: programme === null ? null : (programmes.get(programme) ?? null),
      channel: person.channel ?? ("TALENT_REFERRAL" as const),
    };
    const written = await openEngagement(pipeline, input, this.#by(owner ?? "officer"));
    if (written.kind !== "DONE") throw new Error(`演示 data: the engagement of ${person.name} was not opened (${written.kind})`);
    return written.id;
  }

  async #versionOf(id: string): Promise<number> {
    return (await this.#engagement(id)).version;
  }

  async #engagement(id: string) {
    const found = await this.#stage.pipeline.createLoaders().engagement.load(id);
    if (found === null) throw new Error("演示 data: an engagement is gone");
    return found;
  }

  async #event(name: string, id: string, event: Exclude<StoryEvent, { what: "OPEN" }>, owner: Officer, today: string): Promise<void> {
    const { pipeline } = this.#stage;
    const by = this.#by(owner);
    if (event.what === "CONTACT") return await this.#contact(name, id, event, owner, today);
    const written = await (async () => {
      switch (event.what) {
        case "CHECK": {
          const answers = { informedOfDisclosure: true, commitment: "FULL_TIME" as const, dualPost: false };
          return recordCheck(pipeline, { engagementId: id, ...answers, restrictedField: event.restricted ?? false }, by);
        }
        case "STAGE": {
          const stage = (await pipeline.settings.current()).stages[event.to]?.id ?? "";
          return moveEngagement(pipeline, { id, version: await this.#versionOf(id), stage, reason: event.reason ?? null }, by);
        }
        case "STATUS":
          return moveEngagement(pipeline, { id, version: await this.#versionOf(id), status: event.to, reason: event.reason }, by);
        case "NEXT": {
          const nextStep = { text: event.text, dueOn: daysAfter(chinaDayOf(this.#now), event.dueIn) };
          return setNextStep(pipeline, { engagementId: id, version: await this.#versionOf(id), nextStep }, by);
        }
      }
    })();
    if (written.kind !== "DONE" && written.kind !== "MOVED")
      throw new Error(
        `演示 data: ${event.what} of ${name} was not written: ${written.kind === "REFUSED" ? written.refusal.en : written.kind}`,
      );
  }

  async #contact(
    name: string,
    id: string,
    { kind, said, promises = [] }: Extract<StoryEvent, { what: "CONTACT" }>,
    owner: Officer,
    today: string,
  ): Promise<void> {
    const { pipeline } = this.#stage;
    const now = chinaDayOf(this.#now);
    const { lastContactId } = await this.#engagement(id);
    const input = {
      engagementId: id,
      kind,
      on: today,
      summary: said,
      language: "zh",
      promises: promises.map(({ text, dueIn }) => ({ text, dueOn: daysAfter(now, dueIn) })),
      seenContactId: lastContactId,
      idempotencyKey: this.#newKey(),
    };
    const logged = await logContact(pipeline, input, this.#by(owner));
    if (logged.kind !== "LOGGED") throw new Error(`演示 data: a contact of ${name} was not logged (${logged.kind})`);
    const [latest] = await pipeline.createLoaders().contacts.load(id);
    for (const [at, { kept }] of promises.entries()) {
      const promiseId = latest?.promises[at]?.id;
      if (kept === true && promiseId !== undefined) await keepPromise(pipeline, promiseId, today, this.#by(owner));
    }
  }

  /** Decisions on what the rules proposed: most confirmed, one with other points, one rejected and disputed, the older ones settled. */
  async #ledger(referred: ReadonlyMap<string, string>): Promise<void> {
    const { contributions, settlements } = this.#stage;
    const { items } = await contributions.page({ statuses: ["PROPOSED"], ambassadorId: null }, 200, null);
    const of = (name: string) => items.filter(({ referralId, demo }) => demo && referralId === referred.get(name)).toReversed();
    const decide = async (id: string, ago: number, confirmed: boolean, note: string, points: number | null = null) => {
      this.#at(ago);
      wanted("a decision", await contributions.decide(id, { confirmed, points, note }, this.#by("second")));
    };
    for (const { id, kind } of of("演示·林远帆")) await decide(id, 33, true, kind === "OUTCOME" ? "已核对到岗材料" : "");
    for (const { id } of of("演示·方以宁")) await decide(id, 58, true, "");
    this.#at(30);
    const settled = { format: "csv" as const, reason: "演示：上季度积分结算" };
    await settlements.settle(this.#by("officer"), daysAfter(chinaDayOf(this.#now), -30), settled);
    const [first, visit] = of("演示·苏若溪");
    if (first !== undefined) await decide(first.id, 20, true, "");
    if (visit !== undefined) await decide(visit.id, 20, true, "全程陪同并承担翻译，酌情上调", 25);
    const [report, stay] = of("演示·玛伦·霍尔特");
    if (report !== undefined) await decide(report.id, 19, true, "");
    if (stay !== undefined) {
      await decide(stay.id, 19, false, "到访由项目组自行联络，未见大使参与记录");
      this.#at(4);
      const words = "到访前两周由我协调行程并到机场迎接，项目组周老师可以证明。";
      wanted("a dispute", await contributions.dispute(stay.id, words, this.#by("ambassador")));
    }
  }
}
