/** Everything kept of addresses for digests. No parameters. */
export const ALL_DIGEST_ADDRESSES = /* cypher */ `
MATCH (d:DigestAddress) RETURN properties(d) AS properties`;

/** Disables an account as an administrator does. $id. */
export const DISABLE_ACCOUNT = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.disabled = true`;

/** How many nodes of the pipeline's labels there are. No parameters. */
export const COUNT_WORK = /* cypher */ `
MATCH (n) WHERE n:Engagement OR n:EngagementMove OR n:ContactEntry OR n:PromiseMade OR n:OpenEngagementCheck OR n:Candidate
RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label`;
