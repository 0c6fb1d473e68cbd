import { z } from "zod";
import { say } from "./env-accounts.ts";
import { DEFAULT_RULES, LINKS, type NetworkRules } from "./features/network/network-rules.ts";

const share = z.number().gt(0).max(1);
const shareOrNone = z.number().min(0).max(1);
const amount = z.number().positive().max(1_000);
const link = z.strictObject({ base: share, halfLife: amount, amount, undated: shareOrNone }).partial();
const rules = z
  .strictObject({
    links: z.partialRecord(z.enum(LINKS), link),
    sameAdviserBase: share,
    adjacentYears: z.number().int().min(0).max(20),
    adjacentAmount: amount,
    smallGroup: z.number().int().min(2).max(1_000),
    weakBelow: shareOrNone,
    lowPart: shareOrNone,
    perPerson: share,
  })
  .partial();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only what is stated replaces a default. */
function withDefaults({ links = {}, ...others }: z.infer<typeof rules>): NetworkRules {
  const merged = Object.fromEntries(LINKS.map((kind) => [kind, { ...DEFAULT_RULES.links[kind], ...links[kind] }]));
  return { ...DEFAULT_RULES, ...others, links: { ...DEFAULT_RULES.links, ...merged } };
}

/** The variable with the numbers by which links that introduce are weighed, as far as they differ from the defaults in network-rules.ts. */
export const networkVariables = {
  NETWORK_RULES: z
    .string()
    .transform((text, context): NetworkRules => {
      const { success, data, error } = rules.safeParse(parsed(text));
      if (success) return withDefaults(data);
      const wrong = error.issues
        .map(({ path, ...issue }) => [...path, ...("keys" in issue ? [issue.keys] : [])].join(".") || "JSON")
        .join(", ");
      const message = say(
        `应为 JSON 对象，只写与默认不同的数值，例如 {"links":{"HOMETOWN":{"base":0.2}},"weakBelow":0.1}；有误：${wrong}`,
        `must be a JSON object with the numbers that differ from the defaults, such as {"links":{"HOMETOWN":{"base":0.2}},"weakBelow":0.1}; wrong: ${wrong}`,
      );
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .optional(),
};
