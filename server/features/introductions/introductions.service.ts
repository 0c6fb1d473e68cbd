import type { Database } from "../../db/records.ts";
import type { IntroductionTaskStatus, MoveIntroductionTaskInput, RequestIntroductionInput } from "../../graphql/generated.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import type { IntroductionTaskModel, TaskViewer, Writer } from "./introductions.types.ts";
import type { IntroductionsRoom, ShownPath, Written } from "./introductions-room.ts";
import { moveTask } from "./move-task.ts";
import { createOurPeople, type OurPeopleKeeper } from "./our-people.ts";
import { requestIntroduction } from "./request-introduction.ts";
import { allowedMoves } from "./task-moves.ts";
import { countTasks, ownTaskIds, taskIds, tasksById } from "./tasks.repository.ts";

/** A page of tasks. */
export interface TaskPage {
  readonly totalCount: number;
  readonly tasks: readonly IntroductionTaskModel[];
  readonly hasNextPage: boolean;
}

/** Requests for introductions, and who counts as our people. */
export interface IntroductionsService {
  readonly ourPeople: OurPeopleKeeper;
  /** Tasks of some states, all when null, latest first. */
  page(
    wanted: { readonly statuses: readonly IntroductionTaskStatus[] | null; readonly scientistId: string | null },
    first: number,
    before: string | null,
  ): Promise<TaskPage>;
  /** The viewer's own tasks: those that wait for the viewer first, then the latest. */
  own(viewer: TaskViewer): Promise<IntroductionTaskModel[]>;
  /** A task, or null. */
  task(id: string): Promise<IntroductionTaskModel | null>;
  request(input: RequestIntroductionInput, by: Writer): Promise<Written>;
  move(input: MoveIntroductionTaskInput, viewer: TaskViewer, by: Writer): Promise<Written>;
}

/** What the room is made with. */
export interface IntroductionsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly pathThrough: (path: ShownPath) => ReturnType<IntroductionsRoom["pathThrough"]>;
}

const OWN_MOST = 200;
const STATUSES: readonly IntroductionTaskStatus[] = ["ASKED", "ACCEPTED", "DECLINED", "DONE", "TAKEN_BACK"];

function waits(task: IntroductionTaskModel, viewer: TaskViewer): boolean {
  return allowedMoves(task, viewer).some((move) => move === "ACCEPT" || move === "DONE");
}

/** The room on one database. */
export function createIntroductions(options: IntroductionsOptions): IntroductionsService {
  const { driver, database } = options;
  const at = { driver, database };
  const known = async (ids: readonly string[]): Promise<IntroductionTaskModel[]> =>
    (await tasksById(at, ids)).filter((task) => task !== null);
  return {
    ourPeople: createOurPeople(options),
    async page({ statuses, scientistId }, first, before) {
      const wanted = { statuses: statuses ?? STATUSES, scientistId };
      const [totalCount, ids] = await Promise.all([countTasks(at, wanted), taskIds(at, wanted, before, first + 1)]);
      return { totalCount, tasks: await known(ids.slice(0, first)), hasNextPage: ids.length > first };
    },
    async own(viewer) {
      const tasks = await known(await ownTaskIds(at, viewer.id, OWN_MOST));
      return [...tasks.filter((task) => waits(task, viewer)), ...tasks.filter((task) => !waits(task, viewer))];
    },
    task: async (id) => (await tasksById(at, [id]))[0] ?? null,
    request: (input, by) => requestIntroduction(options, input, by),
    move: (input, viewer, by) => moveTask(options, input, viewer, by),
  };
}
