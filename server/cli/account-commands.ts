import { parseArgs } from "node:util";
import type { Env } from "../env.ts";
import type { Auth } from "../features/auth/index.ts";
import type { Role } from "../graphql/generated.ts";
import { InvalidInputError } from "../shared/errors.ts";
import { roleOfShellName, SHELL_ROLES } from "../shared/roles.ts";

/** What can be done from the shell. */
export const ACCOUNT_USAGE = `npm run account -- …
    token   --role ROLE [--name NAME] [--days 90]        发放脚本令牌，最后一行即令牌 · issues a bearer token: the last line
ROLE: ${SHELL_ROLES.join(" | ")}`;

const OPTIONS = {
  role: { type: "string" },
  name: { type: "string" },
  days: { type: "string" },
} as const;

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | undefined };
type Command = (auth: Auth, values: Values, env: Env) => Promise<string[]>;

const FROM_SHELL = { actor: null, origin: null };

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

const COMMANDS: Readonly<Record<string, Command>> = {
  token: async (auth, values) => {
    const role = roleOf(values);
    const name = values.name ?? `shell ${role.toLowerCase()}`;
    const { apiToken, bearer } = await auth.tokens.issue({ name, role, days: daysOf(values) }, FROM_SHELL);
    return [`令牌 token ${apiToken.id} ${apiToken.name} ${apiToken.role} → ${apiToken.expiresAt}`, bearer];
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
  const run = COMMANDS[command];
  if (run === undefined) throw wrong(`没有“${command}”这个命令。\n${ACCOUNT_USAGE}`, `There is no command "${command}".`);
  return run(auth, parse(rest), env);
}
