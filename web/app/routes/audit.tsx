import { AuditPage } from "../../features/audit/audit-page.tsx";
import { Allowed } from "../allowed.tsx";

/** The audit trail, for the auditor. */
export function AuditRoute() {
  return (
    <Allowed to={["READ_AUDIT"]}>
      <AuditPage />
    </Allowed>
  );
}
