import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import type { RefusalCheck } from "../../db/seed/index.ts";
import type { Secret } from "../../shared/secret.ts";
import { type Identity, refusalKeys } from "./refusal-keys.ts";
import { IDENTITY_OF, KNOWN_REFUSALS, RECORD_REFUSALS } from "./refusals.cypher.ts";

const texts = z.array(z.string().nullable());
const identityRow = z.object({
  key: z.string().nullable(),
  orcid: z.string().nullable(),
  openAlexId: z.string().nullable(),
  wikidataId: z.string().nullable(),
  names: texts,
  birthDates: texts,
  institutions: texts,
});
const hashRow = z.object({ hash: z.string() });

/** The register of those who refused. It keeps keyed hashes only: nobody can be read out of it, but everybody in it is recognised. */
export interface RefusalRegister extends RefusalCheck {
  /** Enters a person who is still in the graph. Unknown ids enter nothing. Returns how many hashes stand for them. */
  enter(transaction: Transaction, scientistId: string, requestId: string, at: Date): Promise<number>;
  /** Enters a person by what was stated of them. Returns how many hashes stand for them. */
  enterIdentity(transaction: Transaction, identity: Identity, requestId: string, at: Date): Promise<number>;
  /** Whether a person that somebody wants to record is one who refused. */
  isRefused(transaction: Transaction, identity: Identity): Promise<boolean>;
  /** The positions of those people of a list who refused. */
  refusedAmong(transaction: Transaction, identities: readonly Identity[]): Promise<ReadonlySet<number>>;
}

function present(list: readonly (string | null)[]): string[] {
  return list.filter((item) => item !== null);
}

function outerIds(ids: Readonly<Record<string, string | null | undefined>>): string[] {
  return Object.entries(ids).flatMap(([scheme, id]) => (id ? [`${scheme}:${id}`] : []));
}

function identityOfRow(row: ScientistRow): Identity {
  const values = (facts: ScientistRow["nameZh"]): string[] => (facts ?? []).map((fact) => fact.value);
  return {
    ids: outerIds({ key: row.key, orcid: row.orcid, openAlexId: row.openAlexId, wikidataId: row.wikidataId }),
    names: [...row.aliases, ...values(row.nameZh), ...values(row.nameEn)],
    birthDates: values(row.birthDate),
    institutions: [...row.studiedAt, ...row.worksAt].map((link) => link.stated),
  };
}

async function identityInGraph(transaction: Transaction, id: string): Promise<Identity | undefined> {
  const [row] = decodeRows(identityRow, await transaction.run(IDENTITY_OF, { id }));
  if (row === undefined) return undefined;
  const { key, orcid, openAlexId, wikidataId } = row;
  return {
    ids: outerIds({ key, orcid, openAlexId, wikidataId }),
    names: present(row.names),
    birthDates: present(row.birthDates),
    institutions: present(row.institutions),
  };
}

/** The register of an installation; `secret` keys its hashes. */
export function createRefusalRegister(secret: Secret): RefusalRegister {
  const hashes = (identity: Identity): string[] => refusalKeys(identity).map((key) => secret.mac("refusal", key));
  const known = async (transaction: Transaction, asked: readonly string[]): Promise<ReadonlySet<string>> => {
    const found = decodeRows(hashRow, await transaction.run(KNOWN_REFUSALS, { hashes: asked }));
    return new Set(found.map((row) => row.hash));
  };
  const record = async (transaction: Transaction, identity: Identity, requestId: string, at: Date): Promise<number> => {
    const entered = hashes(identity);
    await transaction.run(RECORD_REFUSALS, { hashes: entered, requestId, at: at.toISOString() });
    return entered.length;
  };
  return {
    async enter(transaction, scientistId, requestId, at) {
      const identity = await identityInGraph(transaction, scientistId);
      return identity === undefined ? 0 : record(transaction, identity, requestId, at);
    },
    enterIdentity: record,
    async isRefused(transaction, identity) {
      return (await known(transaction, hashes(identity))).size > 0;
    },
    async refusedAmong(transaction, identities) {
      const lists = identities.map(hashes);
      const found = await known(transaction, [...new Set(lists.flat())]);
      return new Set(lists.flatMap((list, index) => (list.some((hash) => found.has(hash)) ? [index] : [])));
    },
    async refusedKeys(transaction, rows) {
      const byRow = rows.map((row) => [row.key, hashes(identityOfRow(row))] as const);
      const found = await known(transaction, [...new Set(byRow.flatMap(([, list]) => list))]);
      return new Set(byRow.filter(([, list]) => list.some((hash) => found.has(hash))).map(([key]) => key));
    },
  };
}
