import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { errorSentence } from "../../lib/error-sentence.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageTitle } from "../../ui/page-title.tsx";

/** In place of a page whose data did not arrive: what happened, and the way to ask again. */
export function PageFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="page-centre">
      <PageTitle page={t("error.title")} product={t("product")} />
      <ErrorNotice
        page
        title={t("error.title")}
        detail={errorSentence(error, t, language)}
        action={
          <button type="button" className="button button-primary" onClick={retry}>
            {t("action.retry")}
          </button>
        }
      />
    </div>
  );
}

/** In place of a page about somebody or something that is not there, and the way to the list of people. */
export function PageMissing({ title, detail, href = "/scientists" }: { title: string; detail: string; href?: string }) {
  const { t } = useTranslation();
  return (
    <div className="page-centre">
      <PageTitle page={title} product={t("product")} />
      <EmptyState
        page
        title={title}
        detail={detail}
        action={
          <Link className="button" to={href}>
            {t("action.goToPeople")}
          </Link>
        }
      />
    </div>
  );
}
