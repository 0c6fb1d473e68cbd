import { z } from "zod";
import { type AccountSettings, accountSettings, accountVariables, BETWEEN, hasTrialDesk, isLoopback, say } from "./env-accounts.ts";
import { networkVariables } from "./env-network.ts";
import { DEFAULT_RULES, type NetworkRules } from "./features/network/network-rules.ts";

/** Kinds of base map; any but `land` shows borders, so it needs the approval number of the reviewed map (design.md §4). */
const BASEMAP_KINDS = ["land", "standard", "tianditu", "pmtiles"] as const;

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** A Neo4j that the operator runs; `neo4j://` is routed by the driver. */
export interface ExternalDatabase {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** The base map's settings; a value that was not given is undefined. */
export interface BasemapSettings {
  readonly kind: (typeof BASEMAP_KINDS)[number];
  /** 审图号. */
  readonly approvalNo?: string | undefined;
  readonly owner?: string | undefined;
  /** Date on which the approval ends, `YYYY-MM-DD`. */
  readonly expires?: string | undefined;
  /** Where this server reads the map: a file path, or the operator's own tile service. */
  readonly url?: string | undefined;
  /** The operator's 天地图 key; it stays on the server. */
  readonly key?: string | undefined;
}

/** How mails are sent. */
export interface MailSettings {
  /** `smtp://` or `smtps://` address, which may hold name and password. */
  readonly url: string;
  readonly from: string;
}

/** Every setting of the product, checked and frozen. */
export interface Env {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly engineDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Set: that server is used and nothing is launched. Undefined: the private engine. */
  readonly external: ExternalDatabase | undefined;
  /** Name of the database on either. */
  readonly database: string;
  /** Of the private engine, such as `1g`. */
  readonly heap: string;
  readonly pageCache: string;
  readonly javaHome: string | undefined;
  readonly basemap: BasemapSettings;
  /** 32 bytes in base64; undefined takes the file in the data directory. */
  readonly secretKey: string | undefined;
  /** Origin under which people reach the product, when it is not the address it listens on. */
  readonly publicUrl: string | undefined;
  /** Proxies whose word on the caller's address counts: `off`, `loopback`, or networks divided by commas. */
  readonly trustProxy: string;
  readonly trialDesk: boolean;
  readonly accounts: AccountSettings;
  /** Rows that one export may hold without a second person. */
  readonly exportRowCap: number;
  /** Null: digests are shown in the product only. */
  readonly mail: MailSettings | null;
  readonly auditKeepDays: number;
  readonly contactKeepDays: number;
  /** How links that introduce are weighed. */
  readonly networkRules: NetworkRules;
}

/** What is wrong with one variable, in both languages. */
export interface SettingFault {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** The settings cannot be used; `faults` lists everything that is wrong with them. Values are never repeated: one may be a secret. */
export class SettingsError extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super(faults.map((fault) => `${fault.name}: ${fault.en}`).join("\n"));
    this.name = "SettingsError";
    this.faults = faults;
  }
}

const memory = z.string().regex(/^[1-9]\d*[mg]$/i, say("应为数字加 m 或 g,例如 1g", "must be a number with m or g, such as 1g"));
const text = z.string().min(1);

const PORT_RULE = say("应为 0 到 65535 的整数", "must be a whole number from 0 to 65535");
const DATE_RULE = say("应为日期，格式 YYYY-MM-DD", "must be a date as YYYY-MM-DD");
const URI_RULE = say(
  "应为 bolt:// 或 neo4j:// 地址(可带 +s、+ssc),例如 neo4j://db.example:7687",
  "must be a bolt:// or neo4j:// address (+s and +ssc allowed), such as neo4j://db.example:7687",
);

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RULE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RULE)
    .default(4000),
  HOST: text.regex(/^[\w.:-]+$/, say("应为主机名或 IP 地址", "must be a host name or an IP address")).default("127.0.0.1"),
  DATA_DIR: text.default(".data"),
  ENGINE_DIR: text.default(".engine"),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: say(`应为 ${LOG_LEVELS.join("、")} 之一`, `must be one of ${LOG_LEVELS.join(", ")}`) })
    .default("info"),
  NEO4J_URI: text.regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/\s@]+\/?$/, URI_RULE).optional(),
  NEO4J_USER: text.optional(),
  NEO4J_PASSWORD: text.optional(),
  NEO4J_PLAINTEXT: z.enum(["refuse", "allow"], { error: say("应为 refuse 或 allow", "must be refuse or allow") }).default("refuse"),
  NEO4J_DATABASE: text
    .regex(
      /^[A-Za-z][\w.-]{2,62}$/,
      say("应为数据库名：3 到 63 个字母、数字、点或横线", "must be a database name: 3 to 63 letters, digits, dots or dashes"),
    )
    .default("neo4j"),
  NEO4J_HEAP: memory.default("1g"),
  NEO4J_PAGECACHE: memory.default("512m"),
  JAVA_HOME: text.optional(),
  BASEMAP: z
    .enum(BASEMAP_KINDS, { error: say(`应为 ${BASEMAP_KINDS.join("、")} 之一`, `must be one of ${BASEMAP_KINDS.join(", ")}`) })
    .default("land"),
  BASEMAP_APPROVAL_NO: text.optional(),
  BASEMAP_OWNER: text.optional(),
  BASEMAP_EXPIRES: z.iso.date({ error: DATE_RULE }).optional(),
  BASEMAP_URL: text.optional(),
  BASEMAP_KEY: text.optional(),
  SMTP_URL: text.regex(/^smtps?:\/\/\S+$/i, say("应为 smtp:// 或 smtps:// 地址", "must be an smtp:// or smtps:// address")).optional(),
  SMTP_FROM: text.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, say("应为发件邮箱地址", "must be the mail address of the sender")).optional(),
  ...accountVariables,
  ...networkVariables,
});

type Variables = z.infer<typeof variables>;

function needs(name: keyof Variables, zh: string, en: string): SettingFault {
  return { name, zh, en };
}

/** Whether a database address would send names and passwords in the clear beyond this machine. */
function isPlaintext(uri: string): boolean {
  const [, scheme = "", host = ""] = /^(bolt|neo4j)(?:\+s|\+ssc)?:\/\/(\[[^\]]*\]|[^:/@\s]+)(?::\d+)?\/?$/.exec(uri) ?? [];
  return scheme !== "" && uri.startsWith(`${scheme}://`) && !isLoopback(host);
}

/** Mails need a sender, and hold a link to the product. */
function mailFaults(given: Partial<Record<string, string>>): SettingFault[] {
  if (given.SMTP_URL === undefined && given.SMTP_FROM === undefined) return [];
  const needed = ["SMTP_URL", "SMTP_FROM", "PUBLIC_URL"] as const;
  return needed
    .filter((name) => given[name] === undefined)
    .map((name) => needs(name, "发送每日提醒邮件时必须设置", "must be set for digests to be sent by mail"));
}

/** Rules between variables. Each sees the raw values, so that they are told together with the faults of single ones. */
function combinationFaults(given: Partial<Record<string, string>>): SettingFault[] {
  const faults: SettingFault[] = [];
  if (given.NEO4J_URI === undefined) {
    const stray = given.NEO4J_USER ?? given.NEO4J_PASSWORD;
    if (stray !== undefined)
      faults.push(
        needs("NEO4J_URI", "设置了 NEO4J_USER 或 NEO4J_PASSWORD 时必须同时设置", "must be set when NEO4J_USER or NEO4J_PASSWORD is"),
      );
  } else {
    if (given.NEO4J_USER === undefined)
      faults.push(needs("NEO4J_USER", "设置了 NEO4J_URI 时必须同时设置", "must be set when NEO4J_URI is"));
    if (given.NEO4J_PASSWORD === undefined)
      faults.push(needs("NEO4J_PASSWORD", "设置了 NEO4J_URI 时必须同时设置", "must be set when NEO4J_URI is"));
    if (given.NEO4J_PLAINTEXT !== "allow" && isPlaintext(given.NEO4J_URI))
      faults.push(
        needs(
          "NEO4J_URI",
          "连接其他主机须用 bolt+s:// 或 neo4j+s:// 加密；仅当网络专属于数据库时，可设 NEO4J_PLAINTEXT=allow",
          "must be encrypted (bolt+s:// or neo4j+s://) to another host; only on a network of the database's own, set NEO4J_PLAINTEXT=allow",
        ),
      );
  }
  if (given.OIDC_ISSUER !== undefined && given.OIDC_CLIENT_ID === undefined)
    faults.push(needs("OIDC_CLIENT_ID", "设置了 OIDC_ISSUER 时必须同时设置", "must be set when OIDC_ISSUER is"));
  if (given.OIDC_ISSUER === undefined && (given.OIDC_CLIENT_ID ?? given.OIDC_CLIENT_SECRET) !== undefined)
    faults.push(needs("OIDC_ISSUER", "设置了 OIDC_CLIENT_ID 时必须同时设置", "must be set when OIDC_CLIENT_ID is"));
  faults.push(...mailFaults(given));
  const kind = given.BASEMAP;
  if (kind !== "standard" && kind !== "tianditu" && kind !== "pmtiles") return faults;
  if (given.BASEMAP_APPROVAL_NO === undefined) {
    faults.push(
      needs(
        "BASEMAP_APPROVAL_NO",
        "使用 land 以外的底图时必须填写审图号",
        "must give the map's approval number (审图号) when BASEMAP is not land",
      ),
    );
  }
  if (given.BASEMAP_URL === undefined && kind !== "tianditu") {
    faults.push(needs("BASEMAP_URL", "使用该底图时必须给出其位置", "must say where the map is when BASEMAP is standard or pmtiles"));
  }
  if (given.BASEMAP_KEY === undefined && kind === "tianditu") {
    faults.push(needs("BASEMAP_KEY", "使用天地图时必须填写本单位的密钥", "must be your own key when BASEMAP is tianditu"));
  }
  return faults;
}

/** An empty variable is one that was not given: `NEO4J_URI= npm start` and compose files write it so. */
function givenIn(source: NodeJS.ProcessEnv): Partial<Record<string, string>> {
  const names = Object.keys(variables.shape);
  return Object.fromEntries(names.flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])));
}

function toEnv(values: Variables): Env {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = values;
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    engineDir: values.ENGINE_DIR,
    logLevel: values.LOG_LEVEL,
    external: uri !== undefined && user !== undefined && password !== undefined ? Object.freeze({ uri, user, password }) : undefined,
    database: values.NEO4J_DATABASE,
    heap: values.NEO4J_HEAP,
    pageCache: values.NEO4J_PAGECACHE,
    javaHome: values.JAVA_HOME,
    basemap: Object.freeze({
      kind: values.BASEMAP,
      approvalNo: values.BASEMAP_APPROVAL_NO,
      owner: values.BASEMAP_OWNER,
      expires: values.BASEMAP_EXPIRES,
      url: values.BASEMAP_URL,
      key: values.BASEMAP_KEY,
    }),
    secretKey: values.SECRET_KEY,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    trialDesk: hasTrialDesk(values, values.HOST),
    accounts: accountSettings(values),
    exportRowCap: values.EXPORT_ROW_CAP,
    mail:
      values.SMTP_URL === undefined || values.SMTP_FROM === undefined
        ? null
        : Object.freeze({ url: values.SMTP_URL, from: values.SMTP_FROM }),
    auditKeepDays: values.AUDIT_KEEP_DAYS,
    contactKeepDays: values.CONTACT_KEEP_DAYS,
    networkRules: Object.freeze(values.NETWORK_RULES ?? DEFAULT_RULES),
  });
}

function toFault(issue: { path: PropertyKey[]; message: string }): SettingFault {
  const [zh = "", en = zh] = issue.message.split(BETWEEN);
  return { name: String(issue.path[0]), zh, en };
}

/**
 * The settings from the given variables, normally `process.env`.
 * @throws SettingsError listing every fault at once
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = givenIn(source);
  const parsed = variables.safeParse(given);
  const single = parsed.success ? [] : parsed.error.issues.map((issue) => toFault(issue));
  const faults = [...single, ...combinationFaults(given)];
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  return toEnv(parsed.data);
}

/** The settings of this process; nothing else reads `process.env`. Throws as {@link readEnv} does. */
export function readProcessEnv(): Env {
  return readEnv(process.env);
}

/** The variables of this process with some replaced, for a process started by it. */
export function childEnv(replaced: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...replaced };
}
