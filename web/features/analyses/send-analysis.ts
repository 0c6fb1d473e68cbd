import { answerOf, send } from "../../lib/http.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { packView } from "./packed-view.ts";

/** Kinds of file that a network leaves as. */
export type NetworkFormat = "png" | "svg" | "gexf" | "graphml" | "csv";

/** Which analysis was written, and in which version it is now. */
export interface Written {
  readonly id: string;
  readonly version: number;
}

/** A large network takes its time on a slow line. */
const LONG_MS = 60_000;

async function post<Answer>(path: string, body: object): Promise<Answer> {
  return answerOf<Answer>(await send(path, { method: "POST", body, timeout: LONG_MS }));
}

/**
 * Keeps a new analysis.
 * @param key the same when the same is sent again, so that it is kept once
 * @throws RequestError
 */
export function createAnalysis(key: string, title: string, view: NetworkView): Promise<Written> {
  return post("/analyses", { key, title, view: packView(view) });
}

/** Keeps another state of one's own analysis. @throws RequestError `ANALYSIS_CONFLICT` when another window was first */
export function saveAnalysis({ id, version }: Written, view: NetworkView): Promise<Written> {
  return post(`/analyses/${encodeURIComponent(id)}`, { version, view: packView(view) });
}

/** What a file would hold, and why it is wanted. */
export interface NetworkOrder {
  readonly format: NetworkFormat;
  readonly reason: string;
  readonly people: readonly string[];
  readonly links: number;
  readonly conditions: string;
  /** Id of an approved request, over the cap. */
  readonly approval?: string;
}

/** Puts an export on record before the file is made. @returns the watermark that the file must hold @throws RequestError */
export function releaseExport(order: NetworkOrder): Promise<{ readonly at: string; readonly watermark: string }> {
  return post("/export/network", order);
}

/** Asks a second person for an export over the cap. @throws RequestError */
export function askApproval(reason: string, people: readonly string[]): Promise<{ readonly id: string }> {
  return post("/export/network/requests", { reason, people });
}
