import type { ApolloServerPlugin } from "@apollo/server";
import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import { z } from "zod";
import type { Context } from "../context.ts";
import { type AuditActor, type AuditDetail, AuditUnavailableError, type NotedRead, type ReadRecorder } from "../features/audit/index.ts";
import type { ScientistConnectionModel } from "../features/search/search.types.ts";
import { AppError } from "../shared/errors.ts";

/** Arguments of the reads, as far as the trail tells them. The contract has checked them; only their shape is stated here. */
const selectionArguments = z.object({ query: z.string().nullish(), filter: z.json().nullish() });
const idArgument = z.object({ id: z.string() });
const lookupArguments = z.object({
  input: z.object({
    name: z.string(),
    employer: z.string().nullish(),
    orcid: z.string().nullish(),
    scientistId: z.string().nullish(),
  }),
});
const networkArguments = z.record(z.string(), z.json());
const total = z.object({ total: z.number() });
const counted = z.object({ totalCount: z.number() });
const auditArguments = z.object({ filter: z.json().nullish() });
const plainDetail: z.ZodType<AuditDetail> = z.record(z.string(), z.json());

/** What the resolver of `scientists` answers, which the contract's type of it is resolved from. */
function isConnection(value: unknown): value is ScientistConnectionModel {
  return value !== null && typeof value === "object" && "search" in value;
}

type Outcome = { readonly value: unknown } | { readonly fault: string };
type Note = (args: unknown, outcome: Outcome, context: Context) => NotedRead;

const faultOf = (error: unknown): string => (error instanceof AppError ? error.code : "INTERNAL");

function selectionNote(countOf: (value: unknown, context: Context) => AuditDetail): Note {
  return (args, outcome, context) => {
    const { query, filter } = selectionArguments.parse(args);
    const selection = plainDetail.parse({ query: query?.trim() ?? "", filter: filter ?? {} });
    if ("fault" in outcome) return { kind: "SEARCH", selection, outcome: { fault: outcome.fault }, failed: true };
    return { kind: "SEARCH", selection, outcome: countOf(outcome.value, context), failed: false };
  };
}

function faultDetail(outcome: Outcome): AuditDetail {
  return "fault" in outcome ? { fault: outcome.fault } : {};
}

/** A number of the outcome, when there is one. */
function numbered(key: string, value: number | null): AuditDetail {
  return value === null ? {} : { [key]: value };
}

function trailNote(what: string): Note {
  return (args, outcome) => {
    const { filter } = auditArguments.parse(args);
    const selection = plainDetail.parse({ what, filter: filter ?? {} });
    return { kind: "AUDIT", selection, outcome: faultDetail(outcome), failed: "fault" in outcome };
  };
}

/** Ids of a list that the trail tells by themselves; of a longer one it tells how many more there were. */
const IDS_TOLD = 200;

function shortened(name: string, value: z.infer<ReturnType<typeof z.json>>): [string, z.infer<ReturnType<typeof z.json>>][] {
  if (!Array.isArray(value) || value.length <= IDS_TOLD) return [[name, value]];
  return [
    [name, value.slice(0, IDS_TOLD)],
    [`${name}More`, value.length - IDS_TOLD],
  ];
}

/** A network or introductions: the ids and conditions asked for, without what was left out. */
function networkNote(what: string): Note {
  return (args, outcome) => {
    const asked = Object.entries(networkArguments.parse(argumentsGiven(args))).filter(([, value]) => value !== null);
    const selection = plainDetail.parse({ what, ...Object.fromEntries(asked.flatMap(([name, value]) => shortened(name, value))) });
    return { kind: "SEARCH", selection, outcome: faultDetail(outcome), failed: "fault" in outcome };
  };
}

/** Arguments as plain data: those that the contract makes have no prototype. */
function argumentsGiven(args: unknown): unknown {
  return JSON.parse(JSON.stringify(args));
}

/** How each read of personal data, and of the trail, is told to the trail. Lists are searches; nested people are not dossiers. */
const NOTES: Readonly<Record<string, Note>> = {
  scientists: selectionNote((value, { readModel }) =>
    numbered("count", isConnection(value) ? readModel.count(value.search.selection) : null),
  ),
  talentMap: selectionNote((value) => {
    const found = total.safeParse(value);
    return numbered("count", found.success ? found.data.total : null);
  }),
  flows: selectionNote((value) => numbered("flows", Array.isArray(value) ? value.length : null)),
  collaborationNetwork: networkNote("collaborationNetwork"),
  networkEdge: networkNote("networkEdge"),
  networkPreview: networkNote("networkPreview"),
  networkPeople: networkNote("networkPeople"),
  networkAuthors: networkNote("networkAuthors"),
  analysis: networkNote("analysis"),
  networkPlaces: networkNote("networkPlaces"),
  introductionPaths: networkNote("introductionPaths"),
  introductionSearch: networkNote("introductionSearch"),
  measureRun: networkNote("measureRun"),
  teams: networkNote("teams"),
  team: networkNote("team"),
  teamSuggestions: networkNote("teamSuggestions"),
  scientist: (args, outcome) => ({
    kind: "DOSSIER",
    id: idArgument.parse(args).id,
    found: "value" in outcome && outcome.value !== null && outcome.value !== undefined,
  }),
  referralLookup: (args, outcome) => {
    const selection = plainDetail.parse({ what: "referralLookup", ...lookupArguments.parse(args).input });
    return { kind: "SEARCH", selection, outcome: faultDetail(outcome), failed: "fault" in outcome };
  },
  referrals: (args, outcome) => {
    const selection = plainDetail.parse({ what: "referrals", filter: selectionArguments.parse(args).filter ?? {} });
    return { kind: "SEARCH", selection, outcome: faultDetail(outcome), failed: "fault" in outcome };
  },
  referral: (args, outcome) => ({
    kind: "DOSSIER",
    id: idArgument.parse(args).id,
    found: "value" in outcome && outcome.value !== null && outcome.value !== undefined,
  }),
  engagements: (args, outcome) => {
    const selection = plainDetail.parse({ what: "engagements", filter: selectionArguments.parse(args).filter ?? {} });
    const found = "value" in outcome ? counted.safeParse(outcome.value) : undefined;
    const count = numbered("count", found?.success ? found.data.totalCount : null);
    return { kind: "SEARCH", selection, outcome: { ...count, ...faultDetail(outcome) }, failed: "fault" in outcome };
  },
  engagement: (args, outcome) => ({
    kind: "DOSSIER",
    id: idArgument.parse(args).id,
    found: "value" in outcome && outcome.value !== null && outcome.value !== undefined,
    renewed: true,
  }),
  auditRecords: trailNote("auditRecords"),
  auditIntegrity: trailNote("auditIntegrity"),
};

/** Lets the resolvers of the recorded fields note what they answered; `scientist` ×5 in one operation are five notes. */
function noteReads(schema: GraphQLSchema, note: (context: Context, read: NotedRead) => void): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, read] of Object.entries(NOTES)) {
    const field = fields[name];
    if (field === undefined) throw new Error(`The contract has no Query.${name}, whose reading is recorded.`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context: Context, info) => {
      try {
        const value: unknown = await resolve(source, args, context, info);
        note(context, read(args, { value }, context));
        return value;
      } catch (error) {
        note(context, read(args, { fault: faultOf(error) }, context));
        throw error;
      }
    };
  }
}

function actorOf({ principal: { id, name, role, demo } }: Context): AuditActor {
  return { id, name, role, demo };
}

/** What one operation read: records that are being written, and people whose records are opened, which are told together. */
interface Noted {
  readonly writing: Promise<void>[];
  readonly dossiers: NotedRead[];
}

/**
 * Records what each operation read before its answer leaves; when that cannot be recorded the answer is `AUDIT_UNAVAILABLE` without
 * data. A search is recorded while its page is still being read. Writing operations record themselves, in the transaction that writes.
 */
export function recordReads(schema: GraphQLSchema, recorder: ReadRecorder): ApolloServerPlugin<Context> {
  const noted = new WeakMap<Context, Noted>();
  noteReads(schema, (context, read) => {
    const reads = noted.get(context) ?? { writing: [], dossiers: [] };
    noted.set(context, reads);
    if (read.kind === "DOSSIER") {
      reads.dossiers.push(read);
      return;
    }
    const written = recorder.record(actorOf(context), context.origin, [read]);
    // Its failure is met before the answer leaves; until then nobody waits for it.
    written.catch(() => undefined);
    reads.writing.push(written);
  });
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          const reads = noted.get(contextValue);
          if (reads === undefined) return;
          try {
            await Promise.all([...reads.writing, recorder.record(actorOf(contextValue), contextValue.origin, reads.dossiers)]);
          } catch (error) {
            const { code, messageZh, messageEn } =
              error instanceof AuditUnavailableError ? error : new AuditUnavailableError({ cause: error });
            const message = contextValue.language === "en" ? messageEn : messageZh;
            const extensions = { code, messageEn, requestId: contextValue.requestId };
            response.http.status = 503;
            response.body = { kind: "single", singleResult: { errors: [{ message, extensions }] } };
          }
        },
      };
    },
  };
}
