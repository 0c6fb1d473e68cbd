import { useTranslation } from "react-i18next";
import { type Language, toLanguage } from "./i18n.ts";

/** The language now shown; the caller renders again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return toLanguage(i18n.language) ?? "zh";
}
