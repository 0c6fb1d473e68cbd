import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { errorSentence } from "./error-sentence.ts";
import { useLanguage } from "./use-language.ts";

interface Props {
  /** Whether there is something to show. */
  ready: boolean;
  error: unknown;
  retry: () => void;
  /** Height of what is awaited, in pixels. */
  height?: number;
  children: ReactNode;
}

/** The shape of what is awaited, the reason when it does not come, and what came. */
export function Arriving({ ready, error, retry, height = 320, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (ready) return children;
  if (!error) return <span className="skeleton" style={{ height }} role="status" aria-label={t("list.loading")} />;
  return (
    <ErrorNotice
      title={t("error.title")}
      detail={errorSentence(error, t, language)}
      action={
        <button type="button" className="button button-primary" onClick={retry}>
          {t("action.retry")}
        </button>
      }
    />
  );
}
