import type { Rights } from "../rights/index.ts";
import type { Chip, Interpretation } from "./query-parser.ts";

/** A chip of a key that the reader may not filter by becomes words that are searched as text. */
function visible(chip: Chip, rights: Rights): Chip {
  if (chip.key === "text" || rights.mayFilter(chip.key)) return chip;
  return { ...chip, kind: "text", key: "text", values: [] };
}

/**
 * How a typed text may be understood for a reader: what it says about a hidden field is not understood, so that neither the people found
 * nor the chips shown tell anything of that field.
 */
export function visibleInterpretation(parsed: Interpretation, rights: Rights): Interpretation {
  const hidden = [...parsed.chips, ...(parsed.alternative ?? [])].some((chip) => visible(chip, rights) !== chip);
  if (!hidden) return parsed;
  const chips = parsed.chips.map((chip) => visible(chip, rights));
  const texts = chips.filter((chip) => chip.kind === "text");
  return {
    chips,
    residual: texts.map((chip) => chip.text).join(" "),
    residualIsName: parsed.residualIsName && texts.length === parsed.chips.filter((chip) => chip.kind === "text").length,
    alternative: parsed.alternative?.map((chip) => visible(chip, rights)) ?? null,
  };
}
