import type { Database } from "../../db/records.ts";
import { workTransaction } from "../../db/work-changes.ts";
import { chinaDayOf, isDayUpTo } from "../../shared/dates.ts";
import { AppError, InvalidInputError } from "../../shared/errors.ts";
import type { AuditDetail, AuditEvent, AuditTrail } from "../audit/index.ts";
import { type Requester, requiredReason } from "../exports/index.ts";
import { isSettlementNumber, settlementNumber, settlementPrefix } from "./contribution-rules.ts";
import * as repository from "./contributions.repository.ts";
import type { Settlement } from "./contributions.types.ts";

/** What settlements are made of. */
export interface SettlementsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  /** Rows that one settlement may hold. */
  readonly rowCap: number;
}

/** A file of a settlement that somebody wants now. */
export interface WantedSettlement {
  readonly format: "csv" | "xlsx";
  readonly reason: string;
}

/** Settlements of confirmed contributions. What a settlement holds is fixed; it can be fetched again by its number. */
export interface Settlements {
  /**
   * Settles everything confirmed up to a day, included, and records it before anything leaves. At the trial desk what is 演示, elsewhere
   * what is not: the two are never paid together.
   * @throws InvalidInputError without a reason or a day, or when the settlement would be too long
   * @throws AppError `NOT_FOUND` when nothing is confirmed up to that day
   */
  settle(by: Requester, until: string, wanted: WantedSettlement): Promise<Settlement>;
  /** The same settlement again, on record. @throws InvalidInputError without a reason @throws AppError `NOT_FOUND` */
  again(by: Requester, number: string, wanted: WantedSettlement): Promise<Settlement>;
}

function sumOf(rows: readonly { readonly points: number }[]): number {
  return rows.reduce((sum, { points }) => sum + points, 0);
}

const nothing = (): AppError =>
  new AppError(
    "NOT_FOUND",
    "截至该日没有已认定、待结算的贡献。",
    "There is no confirmed contribution up to that day that was not settled yet.",
  );
const noSettlement = (): AppError =>
  new AppError("NOT_FOUND", "没有这个结算单号，请检查后重试。", "There is no settlement of that number; check it and try again.");

/** Settlements in one database. */
export function createSettlements({ driver, database, audit, clock, rowCap }: SettlementsOptions): Settlements {
  const at = { driver, database };
  const event = (
    { actor, origin }: Requester,
    action: AuditEvent["action"],
    subjectIds: readonly string[],
    detail: AuditDetail,
  ): AuditEvent => ({
    actor,
    origin,
    action,
    subjectIds,
    detail,
    result: "OK",
  });

  return {
    async settle(by, until, { format, reason: given }) {
      const reason = requiredReason(given);
      const today = chinaDayOf(clock());
      if (!isDayUpTo(until, today))
        throw new InvalidInputError(
          "截止日应为不晚于今天的日期，格式 YYYY-MM-DD。",
          "The last day must be today or earlier, as YYYY-MM-DD.",
        );
      const { demo } = by.actor;
      return await workTransaction(at, async (transaction) => {
        const count = await repository.countToSettle(transaction, until, demo);
        if (count === 0) throw nothing();
        if (count > rowCap)
          throw new InvalidInputError(
            `截至该日有 ${count} 项待结算，超过一次 ${rowCap} 项的上限，请选更早的截止日。`,
            `There are ${count} to settle up to that day, more than the ${rowCap} of one settlement; choose an earlier day.`,
          );
        const taken = await repository.settlementsOfDay(transaction, settlementPrefix(today, demo));
        const last = Math.max(0, ...taken.map((number) => Number(number.split("-").at(-1))));
        const number = settlementNumber(today, last + 1, demo);
        const settled = await repository.settleContributions(transaction, { until, demo, number });
        for (const { ambassadorId } of settled) transaction.touchReferrer(ambassadorId);
        const rows = await repository.settlementRows(transaction, number);
        const referralIds = [...new Set(settled.map(({ referralId }) => referralId))];
        const detail = { number, until, count: rows.length, points: sumOf(rows) };
        await audit.appendIn(transaction, event(by, "CONTRIBUTION", referralIds, { what: "SETTLED", ...detail }));
        await audit.appendIn(transaction, event(by, "EXPORT", [], { what: "SETTLEMENT", reason, format, ...detail }));
        return { number, rows };
      });
    },

    async again(by, number, { format, reason: given }) {
      const reason = requiredReason(given);
      if (!isSettlementNumber(number)) throw noSettlement();
      return await workTransaction(at, async (transaction) => {
        const rows = await repository.settlementRows(transaction, number);
        if (rows.length === 0) throw noSettlement();
        const detail = { what: "SETTLEMENT_AGAIN", reason, format, number, count: rows.length, points: sumOf(rows) };
        await audit.appendIn(transaction, event(by, "EXPORT", [], detail));
        return { number, rows };
      });
    },
  };
}
