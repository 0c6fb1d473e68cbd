/** Whether this browser holds a database of this name, found out without creating it. */
export async function hasDatabase(name: string): Promise<boolean> {
  if (typeof indexedDB === "undefined" || !("databases" in indexedDB)) return false;
  const all = await indexedDB.databases().catch(() => []);
  return all.some((database) => database.name === name);
}

/** Name of the database in which drafts of referrals and referrals to be sent are kept. */
export const REFERRALS_DATABASE = "referrals";
