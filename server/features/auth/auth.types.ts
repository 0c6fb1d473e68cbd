import type { Role } from "../../graphql/generated.ts";

/** Who a request runs for: a signed-in person or a script with a bearer token. */
export interface Principal {
  /** Id of the account, or of the token of a script. */
  readonly id: string;
  /** Name that colleagues see. */
  readonly name: string;
  /** Null while no role has been granted: such a principal may read only itself. */
  readonly role: Role | null;
  readonly via: "SESSION" | "TOKEN";
  /** Id of the session; null for a token. */
  readonly sessionId: string | null;
  /** Of the trial desk: everything it writes carries `demo: true` and is shown as 演示. */
  readonly demo: boolean;
  /** Whether it may send operations of its own; otherwise only the ones stored with the web app's build. */
  readonly arbitraryOperations: boolean;
}
