import type { ContributionKind } from "../../graphql/generated.ts";
import type { MarkedList } from "../../shared/marked-file.ts";
import { RULE_EVIDENCE } from "./contribution-rules.ts";
import type { Settlement, SettlementRow } from "./contributions.types.ts";

type Language = "zh" | "en";

const KINDS: Readonly<Record<ContributionKind, Readonly<Record<Language, string>>>> = {
  FIRST_REPORT: { zh: "首报", en: "First report" },
  INTRODUCTION: { zh: "引见", en: "Introduction" },
  VISIT: { zh: "到访", en: "Visit" },
  OUTCOME: { zh: "落地成果", en: "Outcome" },
};

interface Column {
  readonly zh: string;
  readonly en: string;
  value(row: SettlementRow, language: Language, at: number): string;
}

const COLUMNS: readonly Column[] = [
  { zh: "序号", en: "No.", value: (_row, _language, at) => String(at + 1) },
  { zh: "结算单号", en: "Settlement", value: ({ settlement }) => settlement ?? "" },
  { zh: "引才大使", en: "Ambassador", value: ({ ambassadorName }) => ambassadorName },
  { zh: "大使编号", en: "Ambassador id", value: ({ ambassadorId }) => ambassadorId },
  { zh: "所荐人选", en: "Person referred", value: ({ personName }) => personName },
  { zh: "贡献", en: "Contribution", value: ({ kind }, language) => KINDS[kind][language] },
  { zh: "日期", en: "Day", value: ({ on }) => on },
  { zh: "积分", en: "Points", value: ({ points }) => String(points) },
  { zh: "规则建议积分", en: "Points by the rules", value: ({ proposedPoints }) => String(proposedPoints) },
  { zh: "规则版本", en: "Version of the rules", value: ({ settingsVersion }) => String(settingsVersion) },
  { zh: "依据", en: "Rests on", value: ({ evidence, kind }, language) => evidence ?? RULE_EVIDENCE[kind][language] },
  { zh: "异议", en: "Dispute", value: ({ dispute }) => dispute ?? "" },
  { zh: "审定人", en: "Decided by", value: ({ decidedByName }) => decidedByName ?? "" },
  { zh: "审定时间", en: "Decided at", value: ({ decidedAt }) => decidedAt ?? "" },
  { zh: "审定意见", en: "Note", value: ({ decisionNote }) => decisionNote ?? "" },
  { zh: "贡献编号", en: "Contribution id", value: ({ id }) => id },
  { zh: "标记", en: "Mark", value: ({ demo }, language) => (demo ? (language === "zh" ? "演示" : "演示 demo") : "") },
];

interface Share {
  readonly name: string;
  readonly id: string;
  readonly count: number;
  readonly points: number;
}

/** What each ambassador is paid, in the order of the rows. */
export function sharesOf(rows: readonly SettlementRow[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { ambassadorId: id, ambassadorName: name, points } of rows) {
    const before = shares.get(id);
    shares.set(id, { name, id, count: (before?.count ?? 0) + 1, points: (before?.points ?? 0) + points });
  }
  return [...shares.values()];
}

async function* once(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows;
}

/** A settlement as the list of a file: its rows, and in the notes its number, the total and what each ambassador is paid. */
export function settlementList({ number, rows }: Settlement, language: Language): MarkedList {
  const zh = language === "zh";
  const shares = sharesOf(rows);
  const total = shares.reduce((sum, { points }) => sum + points, 0);
  const words = (count: number, points: number) => (zh ? `${count} 项，${points} 分` : `${count} contributions, ${points} points`);
  return {
    language,
    sheet: zh ? "结算" : "Settlement",
    headers: COLUMNS.map((column) => column[language]),
    batches: once(rows.map((row, at) => COLUMNS.map((column) => column.value(row, language, at)))),
    notes: [
      [zh ? "结算单号" : "Settlement", number],
      [zh ? "合计" : "Total", words(rows.length, total)],
      ...shares.map(({ name, id, count, points }): [string, string] => [
        zh ? "大使合计" : "Of one ambassador",
        `${name}（${id}）：${words(count, points)}`,
      ]),
    ],
    unit: zh ? "项贡献" : "contributions",
  };
}
