import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import { EMPLOYER_NAMES, REGION_NAMES } from "./candidates.cypher.ts";
import { EmployerDirectory } from "./employers.ts";

const names = z.array(z.string().nullable());
const institutionRow = z.object({ id: z.string(), names });
const regionRow = z.object({ names });

function present(list: readonly (string | null)[]): string[] {
  return list.filter((name) => name !== null);
}

async function readDirectory({ driver, database }: Database): Promise<EmployerDirectory> {
  const institutions = decodeRows(institutionRow, await read(driver, database, EMPLOYER_NAMES));
  const regions = decodeRows(regionRow, await read(driver, database, REGION_NAMES));
  return new EmployerDirectory(
    institutions.map((row) => ({ id: row.id, names: present(row.names) })),
    regions.flatMap((row) => present(row.names)),
  );
}

/** The directory of employers, read again when the reference data of the read model have changed. */
export function createEmployerDirectory(
  database: Database,
  readModel: { readonly referenceVersion: number },
): () => Promise<EmployerDirectory> {
  let version = -1;
  let current: Promise<EmployerDirectory> | null = null;
  return async () => {
    if (current === null || version !== readModel.referenceVersion) {
      version = readModel.referenceVersion;
      const reading = readDirectory(database);
      current = reading;
      reading.catch(() => {
        current = null;
      });
    }
    return await current;
  };
}
