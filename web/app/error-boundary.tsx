import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { ErrorNotice } from "../ui/error-notice.tsx";

/** Shown in place of a page that threw, or whose code could not be loaded. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  // A lazy page that cannot be fetched means a lost connection or a new release; both are mended by loading again.
  const chunk = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <div className="page-centre">
      <ErrorNotice
        page
        title={t(chunk ? "error.pageNotLoaded" : "error.pageBroken")}
        detail={t("error.pageAdvice")}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t("action.reload")}
          </Button>
        }
      />
    </div>
  );
}
