import type { FastifyInstance } from "fastify";
import { generateSync } from "otplib";
import { z } from "zod";

const state = z.object({
  state: z.enum(["SIGNED_OUT", "SET_UP", "SECOND_FACTOR", "ENROL_SECOND_FACTOR", "NEW_PASSWORD", "SIGNED_IN"]),
  viewer: z.object({ id: z.string(), name: z.string(), role: z.string().nullable(), demo: z.boolean() }).nullable(),
  account: z.object({ id: z.string(), name: z.string(), secondFactor: z.boolean(), recoveryCodesLeft: z.number() }).nullable(),
  link: z.string().nullable(),
  trialDesk: z.boolean(),
  oidc: z.object({ label: z.string() }).nullable(),
  idleMinutes: z.number(),
  notice: z.object({ version: z.string().nullable(), accepted: z.boolean() }),
  recoveryCodes: z.array(z.string()).optional(),
  secret: z.string().optional(),
  uri: z.string().optional(),
  qrSvg: z.string().optional(),
});

/** What a route below `/auth` answered: a state, or a refusal with its code. */
export interface AuthAnswer {
  readonly status: number;
  readonly body: z.infer<typeof state>;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly setCookie: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

const NOTHING = state.parse({
  state: "SIGNED_OUT",
  viewer: null,
  account: null,
  link: null,
  trialDesk: false,
  oidc: null,
  idleMinutes: 0,
  notice: { version: null, accepted: true },
});
const refusal = z.object({ code: z.string(), message: z.string() });

/** A browser without a window: it keeps the cookie that it is given, and comes from an address of its own. */
export class TestBrowser {
  cookie: string | undefined;

  constructor(
    private readonly app: FastifyInstance,
    private readonly ip = "127.0.0.1",
  ) {}

  /** The same cookie on another server of the same database. */
  at(app: FastifyInstance): TestBrowser {
    const copy = new TestBrowser(app, this.ip);
    copy.cookie = this.cookie;
    return copy;
  }

  async send(method: "GET" | "POST", url: string, payload?: object, headers: Record<string, string> = {}): Promise<AuthAnswer> {
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: this.ip,
      headers: {
        ...(payload === undefined ? {} : { "content-type": "application/json" }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const setCookie = [answer.headers["set-cookie"] ?? []].flat()[0];
    if (setCookie !== undefined) {
      const pair = setCookie.split(";")[0] ?? "";
      this.cookie = pair.endsWith("=") ? undefined : pair;
    }
    const json: unknown = answer.body === "" ? {} : JSON.parse(answer.body);
    const refused = refusal.safeParse(json).data;
    return {
      status: answer.statusCode,
      body: state.safeParse(json).data ?? NOTHING,
      code: refused?.code,
      message: refused?.message,
      setCookie,
      headers: answer.headers,
    };
  }

  post(url: string, payload: object = {}, headers: Record<string, string> = {}): Promise<AuthAnswer> {
    return this.send("POST", url, payload, headers);
  }

  session(headers: Record<string, string> = {}): Promise<AuthAnswer> {
    return this.send("GET", "/auth/session", undefined, headers);
  }

  signIn(name: string, password: string): Promise<AuthAnswer> {
    return this.post("/auth/sign-in", { name, password });
  }

  /** Whether the browser may read through `/graphql`: the status of the smallest question. */
  async reads(headers: Record<string, string> = {}): Promise<number> {
    const answer = await this.app.inject({
      method: "GET",
      url: "/export/nothing",
      remoteAddress: this.ip,
      headers: { ...(this.cookie === undefined ? {} : { cookie: this.cookie }), ...headers },
    });
    const graphql = await this.app.inject({
      method: "POST",
      url: "/graphql",
      remoteAddress: this.ip,
      headers: { "content-type": "application/json", ...(this.cookie === undefined ? {} : { cookie: this.cookie }), ...headers },
      payload: { query: "{ viewer { id } }" },
    });
    // A signed-in browser sends stored operations only: that it is told so means that it was let in.
    return answer.statusCode === 404 && graphql.statusCode !== 401 ? 200 : graphql.statusCode;
  }
}

/** The code that an authenticator app shows at a time. */
export function codeAt(secret: string, time: Date): string {
  return generateSync({ secret, epoch: Math.floor(time.getTime() / 1000) });
}

/** A clock that stands until it is moved. */
export class TestClock {
  now = new Date("2026-11-22T08:00:00Z");
  readonly read = (): Date => this.now;
  forward(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }
}
