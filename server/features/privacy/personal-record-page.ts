import type { PersonalRecord } from "./personal-record.ts";

type Cell = readonly [name: string, value: unknown];

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const STYLE =
  "body{font:14px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui;color:#1f2329;margin:24px auto;max-width:820px;padding:0 16px}h1{font-size:20px}h2{font-size:16px;margin-top:24px}table{border-collapse:collapse;width:100%;margin:8px 0;page-break-inside:avoid}th,td{border:1px solid #e5e6eb;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:30%;color:#646a73;font-weight:400}";

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

function text(value: unknown): string {
  if (Array.isArray(value)) return value.map(text).join("；");
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

function table(cells: readonly Cell[]): string {
  const rows = cells.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(text(value))}</td></tr>`);
  return `<table>${rows.join("")}</table>`;
}

function present(properties: Readonly<Record<string, unknown>>): Cell[] {
  return Object.entries(properties).filter(([, value]) => value !== null && value !== "");
}

/** A printable page of everything held on one person, in both languages. `on` is the day it was made, `YYYY-MM-DD`; `by` who made it. */
export function personalRecordPage(record: PersonalRecord, on: string, by: string): string {
  const title = "个人信息副本 · Copy of the personal data held";
  const relationships = record.relationships.map(({ type, label, properties, other }) =>
    table([["关系 relationship", `${type} → ${label}`], ...present(properties), ...present(other)]),
  );
  const work = record.work.map(({ label, properties }) => table([["类型 kind", label], ...present(properties)]));
  const parts = [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>`,
    `<h1>${title}</h1><p>${escapeHtml(`${on} · ${by}`)}</p>`,
    `<h2>本人 Person</h2>${table(present(record.person))}`,
    `<h2>关联信息 Related data (${record.relationships.length})</h2>${relationships.join("")}`,
    `<h2>引荐与接洽 Referrals and engagements (${record.work.length})</h2>${work.join("")}`,
    `<h2>权利请求 Requests (${record.requests.length})</h2>${record.requests.map((each) => table(present(each))).join("")}`,
    `<h2>来源 Sources (${record.sources.length})</h2>${record.sources.map((each) => table(present(each))).join("")}`,
    "</body></html>",
  ];
  return parts.join("\n");
}
