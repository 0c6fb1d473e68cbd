import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, type Transaction } from "../../db/run.ts";
import { workTransaction } from "../../db/work-changes.ts";
import type { PipelineSettingsInput } from "../../graphql/generated.ts";
import { InternalError } from "../../shared/errors.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import type { DeskModel, SettingsModel, StageModel, Writer } from "./pipeline.types.ts";
import { DEFAULT_SETTINGS, missingFrom, readSettings, settingsContent } from "./pipeline-settings.ts";
import { CREATE_PIPELINE_SETTINGS, PIPELINE_SETTINGS, STAGES_AND_DESKS_IN_USE } from "./settings.cypher.ts";

/** The settings in use and those before, as one reader needs them. */
export interface KnownSettings {
  readonly current: SettingsModel;
  /** A stage of any version, for histories: the present wording first, the bare id when it was never named. */
  stage(id: string): StageModel;
  /** A desk of any version. */
  desk(id: string): DeskModel;
}

/** Settings of the pipeline; every version is kept. */
export interface PipelineSettingsService {
  /** The version in use. */
  current(): Promise<SettingsModel>;
  /** The version in use, as the transaction sees it. */
  currentIn(transaction: Transaction): Promise<SettingsModel>;
  known(): Promise<KnownSettings>;
  update(input: PipelineSettingsInput, by: Writer): Promise<Outcome<SettingsModel>>;
}

/** What the settings are made with. */
export interface SettingsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** When the settings that the product comes with were written. */
const DEFAULTS_SINCE = "2026-11-22T00:00:00.000Z";
const VERSION_1: SettingsModel = { ...DEFAULT_SETTINGS, version: 1, changedAt: DEFAULTS_SINCE, changedBy: null };

const settingsRow = z.object({
  settings: z.object({ version: z.number(), content: z.string(), changedAt: z.string(), changedBy: z.string().nullable() }),
});
const usedRow = z.object({ stages: z.array(z.string()), desks: z.array(z.string()) });

function modelsOf(rows: Parameters<typeof decodeRows>[1]): SettingsModel[] {
  const written = decodeRows(settingsRow, rows).map(({ settings: { content, ...version } }) => {
    const parsed = settingsContent.safeParse(JSON.parse(content));
    if (!parsed.success) throw new InternalError({ cause: parsed.error });
    return { ...parsed.data, ...version };
  });
  return [...written, VERSION_1];
}

function knownOf(versions: readonly SettingsModel[]): KnownSettings {
  const stages = new Map(versions.toReversed().flatMap((version) => version.stages.map((stage) => [stage.id, stage])));
  const desks = new Map(versions.toReversed().flatMap((version) => version.desks.map((desk) => [desk.id, desk])));
  return {
    current: versions[0] ?? VERSION_1,
    stage: (id) => stages.get(id) ?? { id, nameZh: id, nameEn: id, limitDays: null },
    desk: (id) => desks.get(id) ?? { id, nameZh: id, nameEn: id },
  };
}

function detailOf({ version, stages, desks, claimDays, claimReminderDays, points }: SettingsModel) {
  return {
    version,
    stages: stages.map(({ id, limitDays }) => (limitDays === null ? id : `${id} ${limitDays}`)),
    desks: desks.map(({ id }) => id),
    claimDays,
    claimReminderDays,
    points: points.map((each) => `${each.kind} ${each.points}`),
  };
}

const CHANGED = {
  field: "version",
  zh: "设置已被他人修改，请刷新后重新编辑。",
  en: "Somebody else has changed the settings; reload and edit them again.",
};

/** The settings on one database. */
export function createPipelineSettings({ driver, database, audit, clock }: SettingsOptions): PipelineSettingsService {
  const known = async (): Promise<KnownSettings> => knownOf(modelsOf(await read(driver, database, PIPELINE_SETTINGS)));
  const currentIn = async (transaction: Transaction): Promise<SettingsModel> =>
    knownOf(modelsOf(await transaction.run(PIPELINE_SETTINGS))).current;
  return {
    known,
    currentIn,
    current: async () => (await known()).current,
    async update(input, by) {
      const wanted = readSettings(input);
      if ("refused" in wanted) return refuse(wanted.refused);
      const { content } = wanted;
      return workTransaction({ driver, database }, async (transaction) => {
        const before = await currentIn(transaction);
        if (before.version !== input.version) return refuse(CHANGED);
        const [used = { stages: [], desks: [] }] = decodeRows(usedRow, await transaction.run(STAGES_AND_DESKS_IN_USE));
        const missing = missingFrom(content, before, used);
        if (missing !== null) return refuse(missing);
        const version = { version: before.version + 1, changedAt: clock().toISOString(), changedBy: by.actor.name };
        const settings = { ...version, content: JSON.stringify(content), changedById: by.actor.id };
        await transaction.run(CREATE_PIPELINE_SETTINGS, { settings });
        const after: SettingsModel = { ...content, ...version };
        const detail = { what: "pipeline settings", before: detailOf(before), after: detailOf(after) };
        await audit.appendIn(transaction, { ...by, action: "SETTINGS", subjectIds: [], detail, result: "OK" });
        return { done: after };
      });
    },
  };
}
