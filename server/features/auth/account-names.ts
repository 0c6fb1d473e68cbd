import type { Refusal } from "../../shared/refusals.ts";

const NAME = /^[A-Za-z0-9.\-\p{Script=Han}]{3,40}$/u;
const MAX_DISPLAY_NAME = 60;

/** How sign-in names are compared: by letters, not by case or width. */
export function nameKeyOf(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}

/** A name that colleagues see, as it is kept. */
export function cleanDisplayName(name: string): string {
  return name.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** Why a new account's names cannot be used, or null. */
export function checkNames(name: string, displayName: string): Refusal | null {
  if (!NAME.test(name.trim().normalize("NFKC"))) {
    return {
      field: "name",
      zh: "登录名应为 3 到 40 个字母、数字、点、短横线或汉字。",
      en: "A sign-in name has 3 to 40 letters, digits, dots, dashes or Chinese characters.",
    };
  }
  const shown = cleanDisplayName(displayName);
  if (shown === "" || shown.length > MAX_DISPLAY_NAME || /\p{C}/u.test(shown)) {
    return {
      field: "displayName",
      zh: `请填写 1 到 ${MAX_DISPLAY_NAME} 个字的姓名。`,
      en: `Enter a display name of 1 to ${MAX_DISPLAY_NAME} characters.`,
    };
  }
  return null;
}
