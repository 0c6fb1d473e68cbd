import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, Outlet, useLocation } from "react-router";
import { signInHref, useMay, useSession } from "../lib/session.ts";
import type { Capability, Session } from "../lib/session-client.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageTitle } from "../ui/page-title.tsx";

/** Whether nothing is left to do before the product may be used. The trial desk shows the notice on its card. */
function isAdmitted({ state, viewer, notice }: Session): boolean {
  return state === "SIGNED_IN" && viewer !== null && (viewer.demo || notice.accepted);
}

/** The pages of people who are signed in; anybody else is led to the sign-in page and back. */
export function SignedIn() {
  const { session } = useSession();
  const { pathname, search } = useLocation();
  return isAdmitted(session) ? <Outlet /> : <Navigate to={signInHref(`${pathname}${search}`)} replace />;
}

/** The first page of a role. */
export function Home() {
  const people = useMay("READ_SCIENTISTS");
  const accounts = useMay("MANAGE_ACCOUNTS", "GRANT_ROLES");
  const audit = useMay("READ_AUDIT");
  const refer = useMay("REFER");
  return (
    <Navigate to={people ? "/map" : accounts ? "/admin/accounts" : audit ? "/admin/audit" : refer ? "/referrals" : "/account"} replace />
  );
}

/** Says plainly that the role has no right to this page, and who can change that. */
function NoRight() {
  const { t } = useTranslation();
  const { viewer } = useSession().session;
  const role = viewer?.role;
  const title = t(role ? "guard.title" : "guard.noRoleTitle");
  const demo = viewer?.demo ?? false;
  return (
    <div className="page-centre">
      <PageTitle page={title} product={t("product")} />
      <EmptyState
        page
        title={title}
        detail={role ? t(demo ? "guard.detailDemo" : "guard.detail", { role: t(`role.${role}`) }) : t("guard.noRoleDetail")}
        action={
          <Link className="button" to="/">
            {t("guard.home")}
          </Link>
        }
      />
    </div>
  );
}

/** Shows a page to those who have one of these capabilities, and says so to anybody else. */
export function Allowed({ to, children }: { to: readonly Capability[]; children: ReactNode }) {
  return useMay(...to) ? children : <NoRight />;
}

/** The pages about people, for the roles that work with them. */
export function ForPeople() {
  return (
    <Allowed to={["READ_SCIENTISTS"]}>
      <Outlet />
    </Allowed>
  );
}
