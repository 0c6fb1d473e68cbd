import type { Refusal } from "../../shared/refusals.ts";

/** Every way in which something about a contact is refused. */
export const CONTACT_REFUSALS = {
  objected: {
    field: null,
    zh: "此人已表示不愿被联系，不能登记联系方式。",
    en: "This person does not want to be contacted, so no contact data may be kept.",
  },
  noSuchPerson: {
    field: "scientistId",
    zh: "没有这位科学家，可能已被删除。",
    en: "There is no such scientist; the record may have been removed.",
  },
  noSuchContact: { field: "id", zh: "没有这条联系方式，可能已被删除。", en: "There is no such contact; it may have been removed." },
  value: {
    field: "value",
    zh: "这不像所选类型的联系方式，请检查后重填。",
    en: "This does not look like a contact of the chosen kind; check it and enter it again.",
  },
  statedSource: { field: "statedSource", zh: "请用 4 到 200 个字写明来源。", en: "Say where it comes from in 4 to 200 characters." },
  obtainedOn: {
    field: "obtainedOn",
    zh: "取得日期应为不晚于今天的日期，格式 YYYY-MM-DD。",
    en: "The date must be today or earlier, as YYYY-MM-DD.",
  },
  reason: { field: "reason", zh: "请用 4 到 200 个字写明理由。", en: "Give the reason in 4 to 200 characters." },
} as const satisfies Readonly<Record<string, Refusal>>;
