import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { newId } from "../../shared/ids.ts";
import { workKeys } from "./derive-works.ts";
import { FAULTS } from "./faults.ts";
import * as cypher from "./imports.cypher.ts";
import type { Fault, StatedWork } from "./imports.types.ts";

const ID_NAMES = ["doi", "anthologyId", "openAlexId"] as const;
const nullable = z.string().nullable();
const workRow = z.object({ id: z.string(), key: nullable, doi: nullable, anthologyId: nullable, openAlexId: nullable });

interface KnownWork {
  readonly id: string;
  readonly ids: Readonly<Partial<Record<(typeof ID_NAMES)[number], string>>>;
}

/** A work with the source it is stated in. */
export interface WorkToPlace {
  readonly work: StatedWork;
  readonly scope: string;
}

/** Where a record of a work goes, or why it cannot. */
export type Placed = { readonly workId: string; readonly isNew: boolean } | { readonly fault: Fault };

function idsOf(work: StatedWork): KnownWork["ids"] {
  return Object.fromEntries(ID_NAMES.flatMap((name) => (work[name] === undefined ? [] : [[name, work[name]]])));
}

function keysOf(known: KnownWork): string[] {
  const { doi, anthologyId, openAlexId } = known.ids;
  return [
    ...(doi ? [`doi:${doi}`] : []),
    ...(anthologyId ? [`acl:${anthologyId}`] : []),
    ...(openAlexId ? [`openalex:${openAlexId}`] : []),
  ];
}

/**
 * Finds which work a record speaks of: by DOI, ACL Anthology id or OpenAlex id, by its own record where it states none. It remembers what
 * an import has placed, so that a dry run, which writes nothing, says the same.
 */
export class WorkPlaces {
  readonly #placed = new Map<string, KnownWork>();

  /**
   * Places the works of one transaction. What it found is remembered by calling `keep` after the commit.
   * @param now milliseconds since 1970, for new ids
   */
  async place(transaction: Transaction, list: readonly WorkToPlace[], now: number): Promise<{ placed: Placed[]; keep(): void }> {
    const found = await this.#read(transaction, list);
    const fresh = new Map<string, KnownWork>();
    const lookUp = (key: string): KnownWork | undefined => fresh.get(key) ?? this.#placed.get(key) ?? found.get(key);
    const placed = list.map(({ work, scope }): Placed => {
      const keys = workKeys(work, scope);
      const same = new Map(keys.flatMap((key) => lookUp(key) ?? []).map((known) => [known.id, known]));
      const [known] = same.values();
      const ids = idsOf(work);
      const clashes = ID_NAMES.some((name) => ids[name] !== undefined && known?.ids[name] !== undefined && ids[name] !== known.ids[name]);
      if (same.size > 1 || clashes) return { fault: FAULTS.idsOfSeveral };
      const joined: KnownWork = { id: known?.id ?? newId(now), ids: { ...known?.ids, ...ids } };
      for (const key of [...keys, ...keysOf(joined)]) fresh.set(key, joined);
      return { workId: joined.id, isNew: known === undefined };
    });
    const keep = (): void => {
      for (const [key, known] of fresh) this.#placed.set(key, known);
    };
    return { placed, keep };
  }

  async #read(transaction: Transaction, list: readonly WorkToPlace[]): Promise<Map<string, KnownWork>> {
    const all = (name: (typeof ID_NAMES)[number]): string[] => list.flatMap(({ work }) => work[name] ?? []);
    const rows = await transaction.run(cypher.FIND_WORKS, {
      dois: all("doi"),
      anthologyIds: all("anthologyId"),
      openAlexIds: all("openAlexId"),
      keys: list.flatMap(({ work, scope }) => workKeys(work, scope)).filter((key) => key.startsWith("stated:")),
    });
    const found = new Map<string, KnownWork>();
    for (const { id, key, doi, anthologyId, openAlexId } of decodeRows(workRow, rows)) {
      const known = { id, ids: { doi: doi ?? undefined, anthologyId: anthologyId ?? undefined, openAlexId: openAlexId ?? undefined } };
      for (const each of [...keysOf(known), ...(key === null ? [] : [key])]) found.set(each, known);
    }
    return found;
  }
}
