import type { Refusal } from "../../shared/refusals.ts";

/** Every way in which something about a referral is refused. What is not the asker's own is answered as what is not there. */
export const REFERRAL_REFUSALS = {
  key: {
    field: "idempotencyKey",
    zh: "本次提交的标识应为 1 到 100 个字符。",
    en: "The key of this submission must have 1 to 100 characters.",
  },
  name: {
    field: "name",
    zh: "请填写被引荐人姓名，2 到 100 个字符，可用汉字、拼音或外文。",
    en: "Give the person's name in 2 to 100 characters, in any script.",
  },
  employer: {
    field: "employer",
    zh: "单位最多 200 个字符，请缩短后再提交。",
    en: "The employer may have at most 200 characters; shorten it.",
  },
  orcid: {
    field: "orcid",
    zh: "ORCID 有误，应形如 0000-0002-1825-0097，请核对。",
    en: "This is not an ORCID such as 0000-0002-1825-0097; check it.",
  },
  knownFrom: {
    field: "knownFrom",
    zh: "相识年份应在 1900 年至今年之间。",
    en: "The first year must lie between 1900 and this year.",
  },
  knownTo: {
    field: "knownTo",
    zh: "结束年份应不早于相识年份，也不晚于今年。",
    en: "The last year must not lie before the first one or after this year.",
  },
  note: { field: "note", zh: "备注最多 1000 个字，请缩短后再提交。", en: "The note may have at most 1,000 characters; shorten it." },
  another: {
    field: "anotherPersonBecause",
    zh: "请用 4 到 1000 个字说明为什么是另一个人。",
    en: "Say in 4 to 1,000 characters why it is another person.",
  },
  picked: {
    field: "scientistId",
    zh: "所选人员已不在库中或与所填姓名、ORCID 不符，请重新选择。",
    en: "The chosen person is no longer there, or does not go with the name or ORCID; choose again.",
  },
  ownClaim: {
    field: "name",
    zh: "您已引荐过此人，仍在保护期内，请在“我的引荐”中查看进展。",
    en: "You have referred this person already and the claim still runs; find it under My referrals.",
  },
  notWelcome: {
    field: "name",
    zh: "感谢推荐。按个人信息保护规定，我们不能登记此人，本次内容未保存。",
    en: "Thank you. Under the rules on personal data we may not record this person, and nothing was kept.",
  },
  noSuchReferral: { field: "id", zh: "没有这条引荐，可能已被删除。", en: "There is no such referral; it may have been removed." },
  ended: { field: null, zh: "这条引荐已经结束，不能再撤回。", en: "This referral has ended and cannot be taken back any more." },
  withdrawReason: { field: "reason", zh: "撤回理由最多 1000 个字。", en: "The reason may have at most 1,000 characters." },
  notInProgress: {
    field: null,
    zh: "只有他人已在联系的人选才需要引见，此条引荐无须引见。",
    en: "An introduction is offered only where the person is already in progress elsewhere.",
  },
  offered: { field: null, zh: "这条引荐已经提出过引见。", en: "An introduction has already been offered on this referral." },
  offerNote: { field: "note", zh: "请用 4 到 1000 个字说明如何引见。", en: "Say in 4 to 1,000 characters how you can introduce them." },
  closeNote: { field: "note", zh: "请用 4 到 1000 个字写明引见结果。", en: "Say in 4 to 1,000 characters how the introduction ended." },
  noOffer: { field: null, zh: "这条引荐没有待办的引见。", en: "No introduction is open on this referral." },
  reason: { field: "reason", zh: "请用 4 到 1000 个字写明理由。", en: "Give the reason in 4 to 1,000 characters." },
  noClaim: {
    field: "fromReferralId",
    zh: "原引荐没有有效的保护期，无可移交。",
    en: "The first referral holds no running claim that could be passed on.",
  },
  notSamePerson: { field: "toReferralId", zh: "两条引荐不是同一人选，不能移交。", en: "The two referrals are not of the same person." },
  cannotTake: {
    field: "toReferralId",
    zh: "接收的引荐应处于“已有人在联系”或“已过期”状态。",
    en: "The claim can pass only to a referral that waits behind it or has lapsed.",
  },
  notUnderReview: {
    field: "decision",
    zh: "只有标明“另一个人”、待核对的引荐才能这样决定。",
    en: "Only a referral that says it is another person and waits for review can be decided so.",
  },
  decided: { field: null, zh: "这条引荐已经结束，不能再作决定。", en: "This referral has ended and cannot be decided on any more." },
  engaged: {
    field: "decision",
    zh: "此引荐已有进行中的接洽，请先终止接洽再婉拒。",
    en: "An engagement from this referral is going on; stop it before declining.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Length in characters of a reason or a note that must be given. */
export const WORDS = { min: 4, max: 1_000 };

/** Whether a text that must be given was. */
export function isSaid(text: string): boolean {
  const { length } = [...text.trim()];
  return length >= WORDS.min && length <= WORDS.max;
}
