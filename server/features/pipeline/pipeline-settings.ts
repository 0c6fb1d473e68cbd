import { z } from "zod";
import type { ContributionKind, PipelineSettingsInput } from "../../graphql/generated.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { SettingsContent } from "./pipeline.types.ts";

/** Kinds of contribution, in the order of the contract. */
export const CONTRIBUTION_KINDS = ["FIRST_REPORT", "INTRODUCTION", "VISIT", "OUTCOME"] as const satisfies readonly ContributionKind[];

/** What the product comes with: version 1. */
export const DEFAULT_SETTINGS: SettingsContent = {
  stages: [
    { id: "LEAD", nameZh: "线索", nameEn: "Lead", limitDays: 10 },
    { id: "CONTACT", nameZh: "接触", nameEn: "Contact", limitDays: 10 },
    { id: "INTENT", nameZh: "意向", nameEn: "Intent", limitDays: 15 },
    { id: "ASSESSMENT", nameZh: "评估", nameEn: "Assessment", limitDays: 20 },
    { id: "REVIEW", nameZh: "评审", nameEn: "Review", limitDays: 20 },
    { id: "SIGNING", nameZh: "签约", nameEn: "Signing", limitDays: 20 },
    { id: "LANDED", nameZh: "落地", nameEn: "Landed", limitDays: null },
  ],
  desks: [{ id: "RECRUITING", nameZh: "引才专班", nameEn: "Recruiting desk" }],
  claimDays: 90,
  claimReminderDays: 14,
  points: [
    { kind: "FIRST_REPORT", points: 10 },
    { kind: "INTRODUCTION", points: 20 },
    { kind: "VISIT", points: 20 },
    { kind: "OUTCOME", points: 100 },
  ],
};

const named = { id: z.string(), nameZh: z.string(), nameEn: z.string() };

/** The shape in which a version's content is kept as JSON. */
export const settingsContent = z.object({
  stages: z.array(z.object({ ...named, limitDays: z.number().nullable() })),
  desks: z.array(z.object(named)),
  claimDays: z.number(),
  claimReminderDays: z.number(),
  points: z.array(z.object({ kind: z.enum(CONTRIBUTION_KINDS), points: z.number() })),
});

const LIMITS = { stages: [3, 12], desks: [1, 50], limitDays: [1, 365], claimDays: [1, 730], points: [0, 1_000] } as const;
const NAME_MAX = 40;
const ID = /^[A-Z][A-Z0-9_]{0,39}$/;

interface Named {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isNamed({ id, nameZh, nameEn }: Named): boolean {
  return ID.test(id) && [nameZh, nameEn].every((name) => name.trim().length >= 1 && name.trim().length <= NAME_MAX);
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

const RULES = {
  stages: {
    field: "stages",
    zh: "阶段应为 3 到 12 个；编号用大写字母、数字和下划线且不重复，中英文名称各 1 到 40 个字，期限为 1 到 365 天或留空。",
    en: "There must be 3 to 12 stages; ids of capital letters, digits and underscores, each once; names of 1 to 40 characters in both languages; limits of 1 to 365 days or none.",
  },
  desks: {
    field: "desks",
    zh: "专班至少一个；编号用大写字母、数字和下划线且不重复，中英文名称各 1 到 40 个字。",
    en: "There must be at least one desk; ids of capital letters, digits and underscores, each once; names of 1 to 40 characters in both languages.",
  },
  claimDays: { field: "claimDays", zh: "锁定天数应为 1 到 730 的整数。", en: "The days of a claim must be a whole number from 1 to 730." },
  claimReminderDays: {
    field: "claimReminderDays",
    zh: "提醒天数应为 1 到锁定天数之间的整数。",
    en: "The days of the reminder must be a whole number from 1 to the days of a claim.",
  },
  points: {
    field: "points",
    zh: "每种贡献须各填一次积分，为 0 到 1000 的整数。",
    en: "Every kind of contribution must be given once, with points from 0 to 1,000.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

function contentOf(input: PipelineSettingsInput): SettingsContent {
  const nameOf = ({ id, nameZh, nameEn }: Named) => ({ id, nameZh: nameZh.trim(), nameEn: nameEn.trim() });
  return {
    stages: input.stages.map((stage) => ({ ...nameOf(stage), limitDays: stage.limitDays ?? null })),
    desks: input.desks.map(nameOf),
    claimDays: input.claimDays,
    claimReminderDays: input.claimReminderDays,
    points: CONTRIBUTION_KINDS.flatMap((kind) => input.points.filter((each) => each.kind === kind)).map(({ kind, points }) => ({
      kind,
      points,
    })),
  };
}

/** The content of new settings, or what is wrong with them by themselves. */
export function readSettings(input: PipelineSettingsInput): { content: SettingsContent } | { refused: Refusal } {
  const { stages, desks, claimDays, claimReminderDays, points } = input;
  const stagesFit =
    isWithin(stages.length, LIMITS.stages) &&
    stages.every((stage) => isNamed(stage) && (stage.limitDays == null || isWithin(stage.limitDays, LIMITS.limitDays))) &&
    areDistinct(stages.map((stage) => stage.id));
  if (!stagesFit) return { refused: RULES.stages };
  const desksFit = isWithin(desks.length, LIMITS.desks) && desks.every(isNamed) && areDistinct(desks.map((desk) => desk.id));
  if (!desksFit) return { refused: RULES.desks };
  if (!isWithin(claimDays, LIMITS.claimDays)) return { refused: RULES.claimDays };
  if (!isWithin(claimReminderDays, [1, claimDays])) return { refused: RULES.claimReminderDays };
  const kinds = points.map((each) => each.kind);
  const pointsFit =
    areDistinct(kinds) && kinds.length === CONTRIBUTION_KINDS.length && points.every((each) => isWithin(each.points, LIMITS.points));
  return pointsFit ? { content: contentOf(input) } : { refused: RULES.points };
}

/** What the settings in use must keep: the last stage is 落地 for good, and what engagements are in cannot go. */
export function missingFrom(
  next: SettingsContent,
  before: SettingsContent,
  used: { readonly stages: readonly string[]; readonly desks: readonly string[] },
): Refusal | null {
  const last = before.stages.at(-1);
  if (last !== undefined && next.stages.at(-1)?.id !== last.id)
    return {
      field: "stages",
      zh: `最后一个阶段须仍为“${last.nameZh}”（${last.id}），到达即为落地。`,
      en: `The last stage must stay “${last.nameEn}” (${last.id}): reaching it is landing.`,
    };
  const stage = missing(before.stages, next.stages, used.stages);
  if (stage !== undefined)
    return {
      field: "stages",
      zh: `阶段“${stage.nameZh}”中还有接洽，不能删除；请先移走这些接洽。`,
      en: `There are engagements in the stage “${stage.nameEn}”, so it cannot be left out; move them first.`,
    };
  const desk = missing(before.desks, next.desks, used.desks);
  if (desk !== undefined)
    return {
      field: "desks",
      zh: `专班“${desk.nameZh}”名下还有接洽，不能删除；请先把它们改到其他专班。`,
      en: `There are engagements of the desk “${desk.nameEn}”, so it cannot be left out; give them another desk first.`,
    };
  return null;
}

function missing(before: readonly Named[], next: readonly Named[], used: readonly string[]): Named | undefined {
  const kept = new Set(next.map((each) => each.id));
  const id = used.find((each) => !kept.has(each));
  if (id === undefined) return undefined;
  return before.find((each) => each.id === id) ?? { id, nameZh: id, nameEn: id };
}
