import type { Driver } from "neo4j-driver";
import type { Env } from "../env.ts";
import { linkAddress } from "../features/auth/index.ts";
import type { Log } from "../shared/log.ts";
import { openAuth } from "./accounts.ts";

/**
 * The one-time link for the first set-up, at the address that people use; undefined when there are accounts. Each call voids the earlier
 * link. There is no default password anywhere: this link is the only way in.
 */
export async function firstLink(env: Env, driver: Driver, log: Log, address: string): Promise<string | undefined> {
  const link = await openAuth(env, driver, log).links.issueForSetUp();
  return link === undefined ? undefined : linkAddress(env.publicUrl ?? address, link);
}
