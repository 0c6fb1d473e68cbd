import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

/** Any address that is not a page. */
export function NotFoundRoute() {
  const { t } = useTranslation();
  return (
    <div className="page-centre">
      <PageTitle page={t("error.notFoundTitle")} product={t("product")} />
      <EmptyState
        page
        title={t("error.notFoundTitle")}
        detail={t("error.notFoundDetail")}
        action={
          <Link className="button" to="/scientists">
            {t("action.goToPeople")}
          </Link>
        }
      />
    </div>
  );
}
