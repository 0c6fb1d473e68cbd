import { z } from "zod";
import type { Role } from "./graphql/generated.ts";
import { roleOfShellName, SHELL_ROLES } from "./shared/roles.ts";

/** A single sign-on service (统一身份认证) that speaks OpenID Connect. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client. */
  readonly clientSecret: string | undefined;
  /** What the button is called. */
  readonly label: string;
}

/** Rules of accounts and sessions. */
export interface AccountSettings {
  readonly idleMinutes: number;
  readonly sessionHours: number;
  /** Roles that must enrol a second factor; `all` means accounts without a role, too. */
  readonly secondFactorRoles: "all" | readonly Role[];
  /** How many of lower case, upper case, digits and others a password must hold. */
  readonly passwordMinClasses: number;
  /** After how many days a password must be changed; null never. */
  readonly passwordMaxAgeDays: number | null;
  readonly oidc: OidcSettings | null;
  /** Origin under which people reach the product, when it is not the address that they ask by. */
  readonly publicUrl: string | null;
}

/** A rule in both languages: zod carries one message, so the two are kept in one string and split when told. */
export const BETWEEN = "\u0000";
/** The message of a rule, for zod. */
export const say = (zh: string, en: string): string => `${zh}${BETWEEN}${en}`;

function wholeNumber(from: number, to: number) {
  const rule = say(`应为 ${from} 到 ${to} 的整数`, `must be a whole number from ${from} to ${to}`);
  return z
    .string()
    .regex(/^\d{1,6}$/, rule)
    .transform(Number)
    .refine((value) => value >= from && value <= to, rule);
}

const ADDRESS_RULE = say(
  "应为 http:// 或 https:// 地址，不含路径，例如 https://talent.example",
  "must be an http:// or https:// address without a path, such as https://talent.example",
);
const ISSUER_RULE = say("应为 https:// 地址(本机可用 http://)", "must be an https:// address (http:// on loopback only)");
const ROLES_RULE = say(
  `应为 all、none 或以逗号分隔的角色：${SHELL_ROLES.join("、")}`,
  `must be all, none, or roles divided by commas: ${SHELL_ROLES.join(", ")}`,
);
const KEY_RULE = say(
  "应为 32 字节的 base64 文本，可用 openssl rand -base64 32 生成",
  "must be 32 bytes in base64; make one with: openssl rand -base64 32",
);
const PROXY_RULE = say("应为 off、loopback 或以逗号分隔的 IP/网段", "must be off, loopback, or addresses or networks divided by commas");

const isNetwork = (text: string): boolean => /^[0-9a-f.:]+(\/\d{1,3})?$/i.test(text) && (text.includes(".") || text.includes(":"));

/** The variables of accounts, sessions, audit and exports, with their rules. */
export const accountVariables = {
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, KEY_RULE)
    .optional(),
  TRIAL_DESK: z.enum(["on", "off"], { error: say("应为 on 或 off", "must be on or off") }).default("on"),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[\w.:[\]-]+\/?$/i, ADDRESS_RULE)
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine((text) => text === "off" || text === "loopback" || text.split(",").every((part) => isNetwork(part.trim())), PROXY_RULE)
    .default("off"),
  SESSION_IDLE_MINUTES: wholeNumber(1, 24 * 60).default(15),
  SESSION_HOURS: wholeNumber(1, 24).default(8),
  SECOND_FACTOR_ROLES: z
    .string()
    .refine(
      (text) => text === "all" || text === "none" || text.split(",").every((part) => roleOfShellName(part.trim()) !== undefined),
      ROLES_RULE,
    )
    .default("all"),
  PASSWORD_MIN_CLASSES: wholeNumber(1, 4).default(1),
  PASSWORD_MAX_AGE_DAYS: z.union([z.literal("off"), wholeNumber(1, 3_650)]).default("off"),
  OIDC_ISSUER: z
    .string()
    .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])\S+$/i, ISSUER_RULE)
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().default("统一身份认证"),
  EXPORT_ROW_CAP: wholeNumber(1, 100_000).default(5_000),
  AUDIT_KEEP_DAYS: wholeNumber(180, 36_500).default(730),
  CONTACT_KEEP_DAYS: wholeNumber(1, 36_500).default(730),
};

const accountShape = z.object(accountVariables);
type AccountVariables = z.infer<typeof accountShape>;

function secondFactorRoles(text: string): "all" | readonly Role[] {
  if (text === "all") return "all";
  return text === "none" ? [] : text.split(",").flatMap((part) => roleOfShellName(part.trim()) ?? []);
}

/** The rules of accounts from the checked variables. */
export function accountSettings(values: AccountVariables): AccountSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = values;
  return Object.freeze({
    idleMinutes: values.SESSION_IDLE_MINUTES,
    sessionHours: values.SESSION_HOURS,
    secondFactorRoles: secondFactorRoles(values.SECOND_FACTOR_ROLES),
    passwordMinClasses: values.PASSWORD_MIN_CLASSES,
    publicUrl: values.PUBLIC_URL ?? null,
    passwordMaxAgeDays: values.PASSWORD_MAX_AGE_DAYS === "off" ? null : values.PASSWORD_MAX_AGE_DAYS,
    oidc:
      issuer === undefined || clientId === undefined
        ? null
        : Object.freeze({ issuer, clientId, clientSecret: values.OIDC_CLIENT_SECRET, label: values.OIDC_LABEL }),
  });
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Whether a host name or address means this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * Whether the trial desk exists: only while nobody but this machine can ask. Behind a proxy, loopback is no longer this machine alone,
 * so a trusted proxy or a public address end it, too.
 */
export function hasTrialDesk(values: AccountVariables, host: string): boolean {
  return values.TRIAL_DESK === "on" && isLoopback(host) && values.TRUST_PROXY === "off" && values.PUBLIC_URL === undefined;
}
