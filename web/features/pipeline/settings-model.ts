import type { Pipeline_AllSettingsQuery, PipelineSettingsInput } from "../../gql/generated.ts";

/** The settings as they are in use. */
export type AllSettings = Pipeline_AllSettingsQuery["pipelineSettings"];

/** A line of the form: a stage or a desk; `key` stays while the id is typed. */
export interface DraftLine {
  readonly key: string;
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Working days as typed; empty for no limit. Only stages have one. */
  readonly limitDays: string;
  /** Whether it exists already: its id stays. */
  readonly known: boolean;
}

/** The settings while they are edited; numbers as they were typed. */
export interface SettingsDraft {
  readonly stages: readonly DraftLine[];
  readonly desks: readonly DraftLine[];
  readonly claimDays: string;
  readonly claimReminderDays: string;
  readonly points: readonly { readonly kind: AllSettings["points"][number]["kind"]; readonly points: string }[];
}

/** What is wrong with the draft: the part it is about, the line within it, and the key of the sentence. */
export interface SettingsFault {
  readonly part: "stages" | "desks" | "claimDays" | "claimReminderDays" | "points";
  readonly line: string | null;
  readonly why: string;
}

const ID = /^[A-Z][A-Z0-9_]{1,39}$/;
/** How many stages there may be: the server's rule. */
export const STAGES = { least: 3, most: 12 };

/** The settings as a draft. */
export function draftOf(settings: AllSettings): SettingsDraft {
  const line = ({ id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }, limit: number | null): DraftLine => ({
    key: id,
    id,
    nameZh,
    nameEn,
    limitDays: limit === null ? "" : String(limit),
    known: true,
  });
  return {
    stages: settings.stages.map((stage) => line(stage, stage.limitDays)),
    desks: settings.desks.map((desk) => line(desk, null)),
    claimDays: String(settings.claimDays),
    claimReminderDays: String(settings.claimReminderDays),
    points: settings.points.map(({ kind, points }) => ({ kind, points: String(points) })),
  };
}

/** A new line with nothing in it. */
export function emptyLine(): DraftLine {
  return { key: crypto.randomUUID(), id: "", nameZh: "", nameEn: "", limitDays: "", known: false };
}

/** The lines with one put a place up or down; the same when it is at the end already. */
export function movedLine(lines: readonly DraftLine[], key: string, by: -1 | 1): readonly DraftLine[] {
  const from = lines.findIndex((line) => line.key === key);
  const to = from + by;
  const [one, other] = [lines[from], lines[to]];
  if (!one || !other) return lines;
  return lines.map((line, at) => (at === from ? other : at === to ? one : line));
}

function wholeIn(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

function faultOfLines(part: "stages" | "desks", lines: readonly DraftLine[]): SettingsFault | null {
  const seen = new Set<string>();
  for (const { key, id, nameZh, nameEn, limitDays } of lines) {
    const fault = (why: string): SettingsFault => ({ part, line: key, why });
    if (!ID.test(id)) return fault("id");
    if (seen.has(id)) return fault("twice");
    seen.add(id);
    if (nameZh.trim() === "" || nameEn.trim() === "") return fault("names");
    if (limitDays.trim() !== "" && !wholeIn(limitDays, 1, 365)) return fault("limit");
  }
  return null;
}

/** The first thing that is wrong with a draft, or null. */
export function faultOfDraft({ stages, desks, claimDays, claimReminderDays, points }: SettingsDraft): SettingsFault | null {
  const whole = (part: SettingsFault["part"], why: string): SettingsFault => ({ part, line: null, why });
  if (stages.length < STAGES.least || stages.length > STAGES.most) return whole("stages", "count");
  if (desks.length === 0) return whole("desks", "count");
  const inLines = faultOfLines("stages", stages) ?? faultOfLines("desks", desks);
  if (inLines) return inLines;
  if (!wholeIn(claimDays, 1, 730)) return whole("claimDays", "range");
  if (!wholeIn(claimReminderDays, 1, Number(claimDays))) return whole("claimReminderDays", "range");
  const wrong = points.find((each) => !wholeIn(each.points, 0, 1000));
  return wrong ? { part: "points", line: wrong.kind, why: "range" } : null;
}

/** What is sent for a draft in which nothing is wrong. */
export function inputOf(draft: SettingsDraft, version: number): PipelineSettingsInput {
  const names = ({ id, nameZh, nameEn }: DraftLine) => ({ id, nameZh: nameZh.trim(), nameEn: nameEn.trim() });
  return {
    version,
    stages: draft.stages.map((line) => ({ ...names(line), limitDays: line.limitDays.trim() === "" ? null : Number(line.limitDays) })),
    desks: draft.desks.map(names),
    claimDays: Number(draft.claimDays),
    claimReminderDays: Number(draft.claimReminderDays),
    points: draft.points.map(({ kind, points }) => ({ kind, points: Number(points) })),
  };
}
