import type { ScientistRow } from "../../../seeds/rows.ts";
import type { SeedRows } from "../../../server/db/seed/index.ts";
import { FULL_SCIENTIST, sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";

const provenance = { source: "academy", confidence: 0.9 };
/** As in the real data: the tier comes from a policy, which is a source of nobody without a tier. */
const policy = { source: "policy", confidence: 0.8 };

/** Somebody with a tier, whom a text of the policy's words does not name. */
export const TIERED: ScientistRow = sampleScientist("tiered", {
  tier: [{ value: "YOUNG", provenance: policy, inUse: true }],
  specialty: [{ value: "低温物理", provenance, inUse: true }],
});

/** A few people, one of whom a policy gives a tier, or nobody. */
export function rightsSeeds(tiered = true): SeedRows {
  const crowd = Array.from({ length: 12 }, (_, number) =>
    sampleScientist(`crowd-${number}`, { bornIn: [{ place: "cn:510181", stated: "四川", provenance, inUse: true }] }),
  );
  const { tier: _tier, ...withoutTier } = TIERED;
  const seeds = sampleSeeds([FULL_SCIENTIST, tiered ? TIERED : withoutTier, ...crowd]);
  const source = {
    key: "policy",
    title: "Policy of tiers",
    url: "https://policy.example/",
    publisher: "Office",
    licence: "public",
    retrievedAt: "2026-01-10",
  };
  return { ...seeds, sources: [...seeds.sources, source] };
}
