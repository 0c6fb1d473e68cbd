import { parseArgs } from "node:util";
import type { Env } from "../env.ts";
import { type Auth, externalKeyOf, linkAddress } from "../features/auth/index.ts";
import type { Account, Role } from "../graphql/generated.ts";
import { InvalidInputError } from "../shared/errors.ts";
import type { Outcome } from "../shared/refusals.ts";
import { roleOfShellName, SHELL_ROLES } from "../shared/roles.ts";

/** What can be done from the shell. */
export const ACCOUNT_USAGE = `npm run account -- …
    list                                               账号一览 · all accounts
    create  --name NAME --display TEXT [--role ROLE]   新建账号并给出邀请链接 · a new account and its invitation
    role    --name NAME --role ROLE|none               授予或收回角色 · grants or takes away a role
    reset   --name NAME                                重置密码和第二因素 · a new beginning for password and second factor
    disable --name NAME · enable --name NAME           停用、启用 · disables, enables
    unlock  --name NAME                                解除锁定 · ends a lock
    link                                               首次使用的一次性链接 · the one-time link of the first set-up
    subject --name NAME --subject SUB                  绑定统一身份认证的用户标识 · ties the account to a single sign-on subject
    token   --role ROLE [--name NAME] [--days 90]      发放脚本令牌，最后一行即令牌 · issues a bearer token: the last line
    tokens                                             令牌一览 · all tokens
    revoke  --id ID                                    吊销令牌 · ends a token
[--reason TEXT]  记入审计 · kept in the audit trail
ROLE: ${SHELL_ROLES.join(" | ")}`;

const OPTIONS = {
  name: { type: "string" },
  display: { type: "string" },
  role: { type: "string" },
  days: { type: "string" },
  id: { type: "string" },
  subject: { type: "string" },
  reason: { type: "string" },
} as const;

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | undefined };
type Command = (auth: Auth, values: Values, env: Env) => Promise<string[]>;

const SHELL = { principal: null, origin: null };
const ISSUER = { actor: null, origin: null };
const REASON = "npm run account";

function wrong(zh: string, en: string): InvalidInputError {
  return new InvalidInputError(zh, en);
}

function roleOf({ role }: Values): Role {
  const found = role === undefined ? undefined : roleOfShellName(role);
  if (found !== undefined) return found;
  throw wrong(`请用 --role 给出角色：${SHELL_ROLES.join("、")}。`, `Give a role with --role: ${SHELL_ROLES.join(", ")}.`);
}

function daysOf({ days = "90" }: Values): number {
  const count = Number(days);
  if (Number.isInteger(count) && count >= 1 && count <= 365) return count;
  throw wrong("--days 应为 1 到 365 的整数。", "--days must be a whole number from 1 to 365.");
}

function given(values: Values, name: keyof Values): string {
  const value = values[name]?.trim();
  if (value) return value;
  throw wrong(`请给出 --${name}。`, `Give --${name}.`);
}

async function accountOf(auth: Auth, values: Values): Promise<string> {
  const name = given(values, "name");
  const id = await auth.administration.idOf(name);
  if (id !== undefined) return id;
  throw wrong(`没有账号“${name}”。`, `There is no account "${name}".`);
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.refused) throw wrong(outcome.refused.zh, outcome.refused.en);
  return outcome.done;
}

function line(account: Account): string {
  const { id, name, displayName, role, status, secondFactor } = account;
  return [id, name, displayName, role ?? "-", status, secondFactor ? "2FA" : "-"].join("\t");
}

/** Where links of the shell lead: the public address, else the one that the product listens on. */
function originOf({ publicUrl, host, port }: Env): string {
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port === 0 ? 4000 : port}`;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  list: async (auth) => (await auth.administration.list()).map(line),
  create: async (auth, values, env) => {
    const role = values.role === undefined ? null : roleOf(values);
    const { account, link } = done(
      await auth.administration.create({ name: given(values, "name"), displayName: values.display ?? given(values, "name") }, SHELL),
    );
    const shown = role === null ? account : done(await auth.administration.setRole(account.id, role, values.reason ?? REASON, SHELL));
    return [line(shown), linkAddress(originOf(env), link)];
  },
  role: async (auth, values) => {
    const role = values.role === "none" ? null : roleOf(values);
    return [line(done(await auth.administration.setRole(await accountOf(auth, values), role, values.reason ?? REASON, SHELL)))];
  },
  reset: async (auth, values, env) => {
    const { account, link } = done(await auth.administration.reset(await accountOf(auth, values), values.reason ?? REASON, SHELL));
    return [line(account), linkAddress(originOf(env), link)];
  },
  disable: async (auth, values) => [
    line(done(await auth.administration.setDisabled(await accountOf(auth, values), true, values.reason ?? REASON, SHELL))),
  ],
  enable: async (auth, values) => [
    line(done(await auth.administration.setDisabled(await accountOf(auth, values), false, values.reason ?? REASON, SHELL))),
  ],
  unlock: async (auth, values) => [line(done(await auth.administration.unlock(await accountOf(auth, values), SHELL)))],
  link: async (auth, _values, env) => {
    const link = await auth.links.issueForSetUp();
    if (link === undefined) {
      throw wrong(
        "已有账号；请用 create 或 reset 为某个账号生成链接。",
        "There are accounts already; make a link for one with create or reset.",
      );
    }
    return [linkAddress(originOf(env), link)];
  },
  subject: async (auth, values, env) => {
    const { oidc } = env.accounts;
    if (oidc === null) throw wrong("请先设置 OIDC_ISSUER 与 OIDC_CLIENT_ID。", "Set OIDC_ISSUER and OIDC_CLIENT_ID first.");
    const key = externalKeyOf(oidc.issuer, given(values, "subject"));
    return [line(done(await auth.administration.bindSubject(await accountOf(auth, values), key, SHELL)))];
  },
  token: async (auth, values) => {
    const role = roleOf(values);
    const name = values.name ?? `shell ${role.toLowerCase()}`;
    const { apiToken, bearer } = await auth.tokens.issue({ name, role, days: daysOf(values) }, ISSUER);
    return [`令牌 token ${apiToken.id} ${apiToken.name} ${apiToken.role} → ${apiToken.expiresAt}`, bearer];
  },
  tokens: async (auth) =>
    (await auth.tokens.list()).map(({ id, name, role, expiresAt, revokedAt }) =>
      [id, name, role, expiresAt, revokedAt === null ? "-" : `REVOKED ${revokedAt}`].join("\t"),
    ),
  revoke: async (auth, values) => {
    const count = await auth.tokens.revoke(given(values, "id"), values.reason ?? REASON, ISSUER);
    if (count === 0) throw wrong("没有这个可用的令牌。", "There is no such token that still works.");
    return [`已吊销 revoked ${given(values, "id")}`];
  },
};

function parse(rest: readonly string[]): Values {
  try {
    return parseArgs({ args: [...rest], options: OPTIONS, strict: true }).values;
  } catch {
    throw wrong(`参数有误。\n${ACCOUNT_USAGE}`, "The arguments cannot be read.");
  }
}

/** Runs one command and answers the lines to print. @throws InvalidInputError in plain words for what cannot be understood */
export async function runAccountCommand(auth: Auth, env: Env, command: string, rest: readonly string[]): Promise<string[]> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) throw wrong(`没有“${command}”这个命令。\n${ACCOUNT_USAGE}`, `There is no command "${command}".`);
  return run(auth, parse(rest), env);
}
