import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Database } from "../db/records.ts";
import { readWorkChangesSince, readWorkSequence, type WorkChange } from "../db/work-changes.ts";
import { type Auth, type Principal, principalOf } from "../features/auth/index.ts";
import { ForbiddenError, rightsOf } from "../features/rights/index.ts";
import { AppError } from "../shared/errors.ts";
import { sessionCookieName } from "./session.ts";

/** What live pings are made of. */
export interface LiveOptions extends Database {
  readonly auth: Auth;
  readonly publicUrl: string | undefined;
}

/** Between two looks for changes; a ping comes within a second. */
const POLL_MS = 300;
/** Between two looks whether a session still holds. */
const SESSION_MS = 1_000;
/** Between two signs of life, so that proxies keep the connection and broken ones are noticed. */
const KEEP_ALIVE_MS = 15_000;
/** Open windows of one account; a browser opens no more connections to a host than this anyway. */
const MOST_OF_ONE = 8;

/** An open window. */
interface Listener {
  readonly principal: Principal;
  /** Who listens now by the session; null once it has ended. */
  current(): Promise<Principal | null>;
  send(event: string, data: object): void;
  end(): void;
}

function hears(principal: Principal): boolean {
  const rights = rightsOf(principal.role);
  return rights.may("Query.engagements") || rights.may("Query.myReferrals");
}

/** What a listener is told of changes; null when they do not concern them. Ambassadors learn that something is new, not what. */
function pingFor(principal: Principal, changes: readonly WorkChange[]): object | null {
  if (rightsOf(principal.role).may("Query.engagements")) {
    const isAnything = changes.some(({ engagementIds, referrerIds }) => engagementIds.length + referrerIds.length > 0);
    return isAnything ? { engagementIds: [...new Set(changes.flatMap((change) => change.engagementIds))] } : null;
  }
  return changes.some(({ referrerIds }) => referrerIds.includes(principal.id)) ? {} : null;
}

/** Tells open windows of changes. Looks for them only while somebody listens. */
class Feed {
  readonly #options: LiveOptions;
  readonly #app: FastifyInstance;
  readonly #listeners = new Set<Listener>();
  #position: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #checkedAt = 0;
  #failing = false;

  constructor(app: FastifyInstance, options: LiveOptions) {
    this.#app = app;
    this.#options = options;
  }

  countOf(principalId: string): number {
    return [...this.#listeners].filter(({ principal }) => principal.id === principalId).length;
  }

  /** Adds a window; what is written from now on is told. */
  async add(listener: Listener): Promise<void> {
    if (this.#listeners.size === 0) this.#position = await readWorkSequence(this.#options);
    this.#listeners.add(listener);
    this.#schedule();
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
    await this.#looking;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => this.#schedule());
    }, POLL_MS).unref();
  }

  async #look(): Promise<void> {
    try {
      const changes = await this.#newChanges();
      const now = performance.now();
      if (changes.length > 0 || now - this.#checkedAt >= SESSION_MS) {
        this.#checkedAt = now;
        await Promise.all([...this.#listeners].map((listener) => this.#tell(listener, changes)));
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#app.log.warn({ err: error }, "changes of the work could not be read; open windows may be behind");
      this.#failing = true;
    }
  }

  async #newChanges(): Promise<WorkChange[]> {
    const position = this.#position ?? (await readWorkSequence(this.#options));
    const changes = await readWorkChangesSince(this.#options, position);
    this.#position = changes.at(-1)?.sequence ?? position;
    return changes;
  }

  /** Nothing is told to a session that has ended meanwhile. */
  async #tell(listener: Listener, changes: readonly WorkChange[]): Promise<void> {
    const principal = await listener.current();
    if (principal === null || !hears(principal)) {
      this.remove(listener);
      return listener.end();
    }
    const ping = pingFor(principal, changes);
    if (ping !== null) listener.send("work", ping);
  }
}

function openStream(raw: ServerResponse, headers: Readonly<Record<string, number | string | string[] | undefined>>): void {
  const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  raw.writeHead(200, {
    ...kept,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // The connection serves nothing else afterwards: a server that stops must not wait for it.
    connection: "close",
  });
  raw.write("retry: 2000\n\n");
}

/**
 * `GET /live`: server-sent events that say when work has changed, so that open windows ask again. Officers are told which engagements;
 * ambassadors only that something of their own referrals has changed. Listening does not count as activity, and ends with the session.
 */
export function registerLive(app: FastifyInstance, options: LiveOptions): void {
  const { auth, publicUrl } = options;
  const feed = new Feed(app, options);
  app.addHook("preClose", () => feed.close());
  app.get("/live", async (request, reply) => {
    const { principal } = request;
    const secret = request.cookies[sessionCookieName(publicUrl)];
    if (principal === null || request.openSession === null || secret === undefined)
      throw new AppError("FORBIDDEN", "实时更新只供登录的浏览器使用。", "Live updates are for signed-in browsers only.");
    if (!hears(principal)) throw new ForbiddenError(principal.role, ["Query.engagements"]);
    if (feed.countOf(principal.id) >= MOST_OF_ONE)
      throw new AppError("TOO_MANY_ATTEMPTS", "打开的窗口太多，请关闭一些。", "Too many windows are open; close some of them.");
    reply.hijack();
    const { raw } = reply;
    const listener: Listener = {
      principal,
      current: async () => {
        const open = await auth.sessions.find(secret, true);
        return open === undefined ? null : principalOf(open);
      },
      send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      // A client that does not read on must not hold a server up that stops.
      end: () => void raw.end(() => raw.destroy()),
    };
    const alive = setInterval(() => void raw.write(": still here\n\n"), KEEP_ALIVE_MS).unref();
    raw.once("close", () => {
      clearInterval(alive);
      feed.remove(listener);
    });
    await feed.add(listener);
    openStream(raw, reply.getHeaders());
  });
}
