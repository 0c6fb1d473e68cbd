import type { MeasureFailure } from "./measures.types.ts";

const field = (name: string, zh: string, en: string) => ({ field: name, zh, en });

/** Why a measure is not started, in both languages. */
export const MEASURE_REFUSALS = {
  noGds: {
    field: null,
    zh: "所连接的数据库没有安装图数据科学（GDS）插件，不能计算网络指标；请管理员安装后重启。",
    en: "The database has no Graph Data Science library, so no measure can be computed; ask an administrator to install it and to restart.",
  },
  key: field("key", "请求编号须为 8 至 64 个字母、数字或 -、_。", "The key must be 8 to 64 letters, digits, - or _."),
  links: field("links", "请至少选择一种关系。", "Choose at least one kind of link."),
  minWorks: field("minWorks", "最少合作成果数须在 1 至 1000 之间。", "The least number of joint works must be from 1 to 1,000."),
  since: field("since", "起始年份须在 1800 年与今年之间。", "The first year must lie between 1800 and this year."),
  seed: field("seed", "随机种子须为 0 至 2147483647 的整数。", "The seed must be a whole number from 0 to 2,147,483,647."),
  sample: field("sample", "抽样人数须在 1 至 10000 之间。", "The sample must be from 1 to 10,000 people."),
  ids: field("ids", "最多可指定 10000 人，请减少后再试。", "At most 10,000 people can be named; name fewer."),
  nobody: field("ids", "所选范围内没有人，请放宽条件。", "Nobody is in the selection; widen it."),
  selection: field(
    "filter",
    "所选范围超过 20 万人，请缩小范围，或对全部人才计算。",
    "The selection holds more than 200,000 people; narrow it, or compute everybody.",
  ),
  person: field(
    "person",
    "请选择要找近邻的人才；此人可能已不在库中，或没有研究方向。",
    "Choose the person whose neighbours are looked for; nobody has this id.",
  ),
  between: field(
    "between",
    "请选择两个不同的机构，或同一次结果中的两个社群。",
    "Choose two different institutions, or two communities of one result.",
  ),
  betweenRun: field(
    "betweenCommunities",
    "没有找到这次已完成的社群计算，请重新选择。",
    "There is no finished run of communities with this id; choose another.",
  ),
  ownQueue: {
    field: null,
    zh: "您已有 3 项计算在排队或进行中，请等其中一项结束或取消后再试。",
    en: "Three of your measures wait or run already; let one end or cancel it first.",
  },
  queue: {
    field: null,
    zh: "排队的计算已有 20 项，请稍后再试。",
    en: "Twenty measures wait already; try again later.",
  },
  noSuchRun: field("id", "没有找到这次计算，可能已被清理。", "There is no such run; it may have been deleted."),
} as const;

const FAILURES: Readonly<Record<MeasureFailure, { readonly zh: string; readonly en: string }>> = {
  INTERRUPTED: {
    zh: "计算两次被服务重启打断，请重新开始。",
    en: "The server was stopped twice while it computed; start it again.",
  },
  DATABASE: {
    zh: "数据库未能完成计算，可能是内存不足；请缩小范围后再试。",
    en: "The database could not finish, perhaps for lack of memory; narrow the selection and try again.",
  },
  GONE: {
    zh: "所选范围内已没有可计算的人，请重新选择。",
    en: "Nobody is left of those it was asked for; choose again.",
  },
};

/** Why a run failed, as a sentence. */
export function failureText(failure: MeasureFailure | null, language: "zh" | "en"): string | null {
  return failure === null ? null : FAILURES[failure][language];
}
