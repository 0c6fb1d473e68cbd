import type { ContactPoint } from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/audit.types.ts";

/** A contact as kept, without its clear text. */
export type ContactModel = ContactPoint;

/** On whose behalf something is written, and from where. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}
