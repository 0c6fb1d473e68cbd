import { InvalidInputError } from "../../shared/errors.ts";

const REASON = { least: 4, most: 200 };

/** What is asked of the reason for an export. */
export const REASON_RULE = {
  zh: `请填写导出用途，${REASON.least} 到 ${REASON.most} 个字。`,
  en: `Give the reason for the export, in ${REASON.least} to ${REASON.most} characters.`,
};

/** The reason without blanks around it, or undefined when it is too short or too long. */
export function reasonOf(text: string): string | undefined {
  const reason = text.trim();
  return reason.length >= REASON.least && reason.length <= REASON.most ? reason : undefined;
}

/** The reason without blanks around it. @throws InvalidInputError when it is too short or too long */
export function requiredReason(text: string): string {
  const reason = reasonOf(text);
  if (reason === undefined) throw new InvalidInputError(REASON_RULE.zh, REASON_RULE.en);
  return reason;
}
