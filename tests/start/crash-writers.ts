import { z } from "zod";

/** Bearer tokens of who creates accounts and of who searches. */
export interface WriterTokens {
  readonly administrator: string;
  readonly officer: string;
}

const created = z.object({ data: z.object({ createAccount: z.object({ account: z.object({ id: z.string() }) }) }) });
const listed = z.object({ data: z.object({ scientists: z.object({ totalCount: z.number() }) }), errors: z.undefined() });
const CREATE = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on AccountLink { account { id } } } }";
const SEARCH = "query ($query: String) { scientists(query: $query, first: 0) { totalCount } }";

/** Asked again without a pause, the server would keep the machine from bringing its database up. */
const RETRY_MS = 100;
/** A request that met the database down may wait for long after it is up again; a client asks anew. */
const GIVE_UP_MS = 4_000;

/** Clients of a product that is going to be killed: they write without pause, and remember what was acknowledged. */
export class CrashWriters {
  /** Ids of accounts whose creation was acknowledged. */
  readonly accounts: string[] = [];
  /** Texts of searches that were answered, each of which had to be recorded first. */
  readonly searches: string[] = [];
  readonly #tokens: WriterTokens;
  #number = 0;
  #stopped = false;
  #running: Promise<void>[] = [];
  #waiting: { readonly from: number; readonly done: () => void }[] = [];

  constructor(tokens: WriterTokens) {
    this.#tokens = tokens;
  }

  /** Begins to write to the product at an address. */
  start(address: string): void {
    this.#stopped = false;
    this.#running = [
      this.#loop(address, "account"),
      this.#loop(address, "search"),
      this.#loop(address, "account"),
      this.#loop(address, "search"),
    ];
  }

  /** Resolves once so many more writes were acknowledged. */
  acknowledged(more: number): Promise<void> {
    return new Promise((done) => this.#waiting.push({ from: this.#count() + more, done }));
  }

  /** Ends the writing; what is under way is waited for. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  #count(): number {
    return this.accounts.length + this.searches.length;
  }

  async #loop(address: string, kind: "account" | "search"): Promise<void> {
    while (!this.#stopped) {
      try {
        await (kind === "account" ? this.#createAccount(address) : this.#search(address));
      } catch {
        // Not answered, or not as acknowledged: the product is being killed. The loop goes on after a moment, as a client would.
        await new Promise((done) => setTimeout(done, RETRY_MS));
      }
      this.#waiting = this.#waiting.filter(({ from, done }) => {
        if (this.#count() >= from) done();
        return this.#count() < from;
      });
    }
  }

  async #createAccount(address: string): Promise<void> {
    this.#number += 1;
    const input = { name: `crash-${this.#number}`, displayName: "演示 崩溃测试" };
    const answer = created.parse(await this.#send(address, this.#tokens.administrator, CREATE, { input }));
    this.accounts.push(answer.data.createAccount.account.id);
  }

  async #search(address: string): Promise<void> {
    this.#number += 1;
    const query = `crash search ${this.#number}`;
    listed.parse(await this.#send(address, this.#tokens.officer, SEARCH, { query }));
    this.searches.push(query);
  }

  async #send(address: string, token: string, query: string, variables: Record<string, unknown>): Promise<unknown> {
    const answer = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    return await answer.json();
  }
}
