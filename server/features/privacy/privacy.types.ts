import type { SubjectRequestKind, SubjectRequestStatus } from "../../graphql/generated.ts";

/** A request of the person concerned, before the person is loaded. */
export interface SubjectRequestModel {
  readonly id: string;
  readonly kind: SubjectRequestKind;
  readonly scientistId: string;
  readonly requester: string;
  readonly description: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly status: SubjectRequestStatus;
  readonly note: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly demo: boolean;
}
