import type { TFunction } from "i18next";
import { RequestError } from "./http.ts";
import type { Language } from "./i18n.ts";

/** What went wrong in the user's language: the server's own sentence when it sent one, else ours for the code. */
export function errorSentence(error: unknown, t: TFunction, language: Language): string {
  if (!(error instanceof RequestError)) return t("error.INTERNAL");
  const sentence =
    error.sentences[language] ?? t([`error.${error.code}`, /^HTTP_50[234]$/.test(error.code) ? "error.UNAVAILABLE" : "error.INTERNAL"]);
  return error.requestId ? t("error.withRequestId", { sentence, id: error.requestId }) : sentence;
}
