import { addMessages } from "../../lib/i18n.ts";
import en from "./locales/en.json";
import zh from "./locales/zh.json";

addMessages("teams", { zh, en });

/** Namespace of this room's words. */
export const TEAMS = "teams";
