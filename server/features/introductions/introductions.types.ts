import type { IntroductionLink, IntroductionTaskStatus, Role } from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/audit.types.ts";

/** On whose behalf something is written, and from where. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** A person of a path that was asked for, with the link from the person before. */
export interface TaskPersonModel {
  readonly position: number;
  readonly person: { readonly id: string; readonly name: string; readonly isScientist: boolean };
  readonly link: IntroductionLink | null;
  readonly strength: number | null;
  readonly weak: boolean | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** A task of introduction as kept. Times are ISO 8601. */
export interface IntroductionTaskModel {
  readonly id: string;
  readonly version: number;
  readonly status: IntroductionTaskStatus;
  /** In order; who was erased is missing. */
  readonly people: TaskPersonModel[];
  readonly length: number;
  readonly score: number;
  readonly note: string | null;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** The account that is asked, by the link of the moment. */
  readonly handlerId: string | null;
  readonly handler: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
  readonly demo: boolean;
}

/** Whom a viewer is to a task. */
export interface TaskViewer {
  readonly id: string;
  /** Whether it may see all tasks and take them back. */
  readonly officer: boolean;
}

/** An account that can be asked. */
export interface OurAccountModel {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly demo: boolean;
  readonly scientistId: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
}

/** A version of what the zone is; version 0 is that nobody has said. */
export interface ZoneModel {
  readonly version: number;
  readonly placeIds: string[];
  readonly institutionIds: string[];
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}
