/** Whether there is any person. No parameters. Scans: stops at the first. */
export const ANY_SCIENTIST = /* cypher */ `
MATCH (n:Scientist) RETURN n.id AS id LIMIT 1`;

/** The state of the last run of the seed. No parameters. Scans: at most one node has the label. */
export const SEED_RUN = /* cypher */ `
MATCH (n:SeedRun) RETURN n.finishedAt IS NOT NULL AS finished`;

/** Notes that the seed is being loaded. No parameters; the lease "seed" is held. Scans: at most one node has the label. */
export const START_SEED_RUN = /* cypher */ `
MERGE (n:SeedRun {name: 'seeds'}) SET n.startedAt = toString(datetime()) REMOVE n.finishedAt`;

/** Notes that the seed is complete. No parameters. Scans: at most one node has the label. */
export const FINISH_SEED_RUN = /* cypher */ `
MATCH (n:SeedRun {name: 'seeds'}) SET n.finishedAt = toString(datetime())`;
