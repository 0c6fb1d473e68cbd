import type { Refusal } from "../../shared/refusals.ts";

/** Every way in which something about a contribution is refused. */
export const CONTRIBUTION_REFUSALS = {
  notThere: { field: "id", zh: "没有找到这项贡献。", en: "There is no such contribution." },
  noReferral: { field: "referralId", zh: "没有找到这条引荐。", en: "There is no such referral." },
  own: {
    field: null,
    zh: "不能审定自己的贡献，须由另一位引才专员审定。",
    en: "Nobody decides on an own contribution; another recruiting officer must.",
  },
  decided: {
    field: null,
    zh: "该贡献已审定；大使提出异议后可再次审定。",
    en: "This contribution has been decided on; it can be decided again after the ambassador disputes it.",
  },
  settled: { field: null, zh: "该贡献已结算，不能再改。", en: "This contribution was settled and can no longer be changed." },
  inDispute: {
    field: null,
    zh: "该贡献已在异议处理中，请等待结果。",
    en: "This contribution is in dispute already; wait for the outcome.",
  },
  points: { field: "points", zh: "积分应为 0 到 1000 的整数。", en: "Points are a whole number from 0 to 1,000." },
  note: {
    field: "note",
    zh: "不予认定、改动积分或处理异议时，请用 4 到 500 个字写明理由。",
    en: "To reject, to change points or to settle a dispute, say why in 4 to 500 characters.",
  },
  longNote: { field: "note", zh: "理由最多 500 个字。", en: "The note may have 500 characters at most." },
  evidence: { field: "evidence", zh: "请用 4 到 1000 个字写明依据。", en: "Say what it rests on in 4 to 1,000 characters." },
  on: {
    field: "on",
    zh: "日期应为不晚于今天的日期，格式 YYYY-MM-DD。",
    en: "The day must be today or earlier, as YYYY-MM-DD.",
  },
  sameAgain: {
    field: "kind",
    zh: "这条引荐已有同类贡献（到访、引见按日各记一次），请直接审定原有的一项。",
    en: "This referral has such a contribution already (visits and introductions count once a day); decide on that one.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
