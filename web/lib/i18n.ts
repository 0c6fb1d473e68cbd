import { createInstance, type PostProcessorModule } from "i18next";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** The languages of the product. */
export type Language = "zh" | "en";

const STORAGE_KEY = "language";

/** The one translator. */
export const i18n = createInstance();

/** Narrows any language tag to a language of the product. */
export function toLanguage(tag: string | null | undefined): Language | null {
  if (tag?.toLowerCase().startsWith("zh")) return "zh";
  return tag?.toLowerCase().startsWith("en") ? "en" : null;
}

/** `?lang=` wins, then the choice made before, then Chinese. */
function initialLanguage(): Language {
  const asked = toLanguage(new URLSearchParams(window.location.search).get("lang"));
  return asked ?? toLanguage(window.localStorage.getItem(STORAGE_KEY)) ?? "zh";
}

function follow(language: string): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  window.localStorage.setItem(STORAGE_KEY, language);
}

/** 123.5万人, but 1,516 人: a Chinese unit stands close to the word it counts. */
const UNIT_SPACING: PostProcessorModule = {
  type: "postProcessor",
  name: "unitSpacing",
  process: (sentence) => sentence.replace(/万 (?=\p{Script=Han})/gu, "万"),
};

/** Starts translation in the language asked for; call once, before the first render. */
export function startI18n(): void {
  i18n.on("languageChanged", follow);
  i18n.use(UNIT_SPACING);
  void i18n.init({
    lng: initialLanguage(),
    fallbackLng: "zh",
    resources: { zh: { common: zh }, en: { common: en } },
    defaultNS: "common",
    fallbackNS: "common",
    interpolation: { escapeValue: false },
    returnNull: false,
    postProcess: UNIT_SPACING.name,
    initAsync: false,
  });
}

/**
 * Adds the words of a room that is loaded when needed.
 * @param namespace name to give to `useTranslation`; words not found there are looked up in `common`
 */
export function addMessages(namespace: string, messages: { zh: object; en: object }): void {
  i18n.addResourceBundle("zh", namespace, messages.zh, true, true);
  i18n.addResourceBundle("en", namespace, messages.en, true, true);
}
