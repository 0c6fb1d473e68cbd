import { createHash } from "node:crypto";

/** Raised when the importer writes the same row differently, so that the next run rewrites every row. */
const FORMAT = 1;

/** A short hash of what would be written; equal hashes mean that there is nothing to write. */
export function contentHash(planned: unknown): string {
  return createHash("sha256")
    .update(`${FORMAT}\n${JSON.stringify(planned)}`)
    .digest("base64url")
    .slice(0, 22);
}
