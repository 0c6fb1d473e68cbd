import type { Transaction } from "../../db/run.ts";
import type { Log } from "../../shared/log.ts";
import type { Secret } from "../../shared/secret.ts";
import { createDigest, type Digest } from "./digest.ts";
import { pipelineReminders } from "./own-reminders.ts";
import { createPipelineLoaders, type PipelineLoaders } from "./pipeline.loaders.ts";
import type { PipelineListener, ProgressModel, ReminderSource } from "./pipeline.types.ts";
import type { PipelineRoom } from "./pipeline-room.ts";
import { progressOf } from "./progress.ts";
import { createReminders, type Reminders } from "./reminders.ts";
import { createPipelineSettings, type SettingsOptions } from "./settings.ts";
import { chineseCalendar, type WorkingCalendar } from "./working-calendar.ts";

/** What the room is made with. */
export interface PipelineOptions extends SettingsOptions {
  readonly secret: Secret;
  readonly log: Log;
  /** Other rooms that act when something happens to an engagement; the list may grow until the server listens. */
  readonly listeners: readonly PipelineListener[];
  /** Rooms that remind; the pipeline's own reminders are added. The list may grow until the server listens. */
  readonly reminderSources: readonly ReminderSource[];
  /** Whether digests are sent by mail. */
  readonly mailConfigured: boolean;
  /** Origin under which people reach the product. */
  readonly publicUrl: string | null;
}

/** The road from lead to landing: what resolvers and other rooms use. */
export interface Pipeline extends PipelineRoom {
  readonly calendar: WorkingCalendar;
  readonly reminders: Reminders;
  readonly digest: Digest;
  readonly mailConfigured: boolean;
  /** The furthest engagement of one person's candidates that is open or paused; null when there is none. */
  progressOf(transaction: Transaction, candidateIds: readonly string[]): Promise<ProgressModel | null>;
  /** Batched reads for one request. */
  createLoaders(): PipelineLoaders;
}

/** Reminders of a list that may still grow, after those of the pipeline itself. */
function withOwn(own: ReminderSource, others: readonly ReminderSource[]): readonly ReminderSource[] {
  return [
    {
      async remindersFor(principal, language, today) {
        return (await Promise.all([own, ...others].map((source) => source.remindersFor(principal, language, today)))).flat();
      },
    },
  ];
}

/** The room on one database. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { driver, database, audit, clock, listeners, mailConfigured } = options;
  const settings = createPipelineSettings({ driver, database, audit, clock });
  const calendar = chineseCalendar();
  const room = { driver, database, audit, clock, settings, listeners, calendar };
  const reminders = createReminders(room, withOwn(pipelineReminders(room), options.reminderSources));
  return {
    ...room,
    reminders,
    digest: createDigest({ ...options, calendar, reminders }),
    mailConfigured,
    progressOf: (transaction, candidateIds) => progressOf(settings, transaction, candidateIds),
    createLoaders: () => createPipelineLoaders({ driver, database }, settings),
  };
}
