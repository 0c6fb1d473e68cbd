import type { Refusal } from "../../shared/refusals.ts";

/** Every way in which something about the pipeline is refused, but for moves and settings, which word their own. */
export const PIPELINE_REFUSALS = {
  noSuchEngagement: { field: "id", zh: "没有这项接洽，可能已被删除。", en: "There is no such engagement; it may have been removed." },
  oneOfThree: {
    field: "candidateId",
    zh: "请指明一人：候选人、科学家或引荐，三者只能选一。",
    en: "Name one person: by a candidate, a scientist or a referral, exactly one of the three.",
  },
  noSuchCandidate: {
    field: "candidateId",
    zh: "没有这位候选人，可能已被删除。",
    en: "There is no such candidate; it may have been removed.",
  },
  noSuchScientist: {
    field: "scientistId",
    zh: "没有这位科学家，可能已被删除。",
    en: "There is no such scientist; the record may have been removed.",
  },
  noSuchReferral: { field: "referralId", zh: "没有这条引荐，可能已被删除。", en: "There is no such referral; it may have been removed." },
  endedReferral: {
    field: "referralId",
    zh: "这条引荐已撤回、移交或未被采纳，不能由此立项；请直接按人立项。",
    en: "This referral was taken back, passed on or declined, so nothing can be opened from it; open the engagement for the person instead.",
  },
  noSuchProgramme: { field: "programmeId", zh: "没有这个项目或需求。", en: "There is no such programme or need." },
  closedProgramme: {
    field: "programmeId",
    zh: "该项目或需求已关闭，不再接受新的接洽。",
    en: "This programme or need is closed to new engagements.",
  },
  noSuchOwner: {
    field: "ownerId",
    zh: "负责人须是在用的引才专员账号，请重选。",
    en: "The officer in charge must be a recruiting officer whose account is in use; choose again.",
  },
  noSuchDesk: { field: "deskId", zh: "没有这个专班，请刷新后重选。", en: "There is no such desk; reload and choose again." },
  nextStepText: {
    field: "nextStep",
    zh: "下一步应为 2 到 200 个字。",
    en: "The next step must have 2 to 200 characters.",
  },
  nextStepDueOn: { field: "nextStep", zh: "下一步的日期应为 YYYY-MM-DD。", en: "The day of the next step must be given as YYYY-MM-DD." },
  nothingChanged: { field: "id", zh: "没有要修改的内容。", en: "Nothing is to be changed." },
  objected: {
    field: "candidateId",
    zh: "此人已表示不愿被联系，请尊重其意愿，不再接洽。",
    en: "This person does not want to be contacted; please respect that and do not go on.",
  },
  engagedAlready: {
    field: "status",
    zh: "此人在同一项目下已有进行中的接洽，不能再开启这一项。",
    en: "The person has another running engagement for the same programme, so this one cannot be reopened.",
  },
  twoEngagements: {
    field: "scientistId",
    zh: "两位候选人在同一项目下各有进行中的接洽，请先终止其中一项，再关联为同一人。",
    en: "Both have a running engagement for the same programme; stop one of them first, then link them as one person.",
  },
  tooMany: { field: "inputs", zh: "一次最多移动 100 项。", en: "At most 100 engagements are moved at once." },
  noSuchMove: { field: "moveIds", zh: "没有这次移动，或不是您做的。", en: "There is no such move of yours." },
  moveTooOld: {
    field: "moveIds",
    zh: "只能在十分钟内撤销；请改为退回并写明原因。",
    en: "A move can be taken back for ten minutes only; move it back with a reason instead.",
  },
  moveFollowed: {
    field: "moveIds",
    zh: "此后已有其他更改，不能撤销；请刷新后再处理。",
    en: "Something else has followed, so it cannot be taken back; reload and look.",
  },
  openingMove: {
    field: "moveIds",
    zh: "立项不能撤销；可以终止并写明原因。",
    en: "An opening cannot be taken back; stop it with a reason instead.",
  },
  summary: { field: "summary", zh: "请用 4 到 2000 个字写明谈了什么。", en: "Say what was said in 4 to 2,000 characters." },
  contactDay: {
    field: "on",
    zh: "联系日期应为不晚于今天的日期，格式 YYYY-MM-DD。",
    en: "The day of the contact must be today or earlier, as YYYY-MM-DD.",
  },
  language: { field: "language", zh: "语言应为 zh、en 一类的代码。", en: "The language must be a code such as zh or en." },
  promises: {
    field: "promises",
    zh: "承诺最多 10 条，每条 2 到 200 个字，日期格式 YYYY-MM-DD。",
    en: "At most 10 promises, each of 2 to 200 characters, with days as YYYY-MM-DD.",
  },
  idempotencyKey: {
    field: "idempotencyKey",
    zh: "提交编号应为 1 到 100 个字符。",
    en: "The key of the submission must have 1 to 100 characters.",
  },
  noSuchPromise: { field: "id", zh: "没有这条承诺，可能已被删除。", en: "There is no such promise; it may have been removed." },
  promiseKept: { field: "id", zh: "这条承诺已标记为兑现。", en: "This promise is marked as kept already." },
  keptOn: {
    field: "keptOn",
    zh: "兑现日期应为不晚于今天的日期，格式 YYYY-MM-DD。",
    en: "The day must be today or earlier, as YYYY-MM-DD.",
  },
  checkNote: { field: "note", zh: "说明最多 1000 个字。", en: "The note may have at most 1,000 characters." },
  atLegalDesk: {
    field: null,
    zh: "上一次核查正由法务审核，请等待结果，不能重新登记。",
    en: "The last check is with the legal desk; wait for its decision before recording another.",
  },
  legalSaidNo: {
    field: "restrictedField",
    zh: "法务此前未予通过，再次核查须仍按受限领域提交法务。",
    en: "The legal desk said no before, so a new check must go to the legal desk again as a restricted field.",
  },
  noSuchCheck: { field: "checkId", zh: "没有这次核查。", en: "There is no such check." },
  checkDecided: { field: "checkId", zh: "这次核查不在待审核之列。", en: "This check does not wait for the legal desk." },
  ownCheck: {
    field: null,
    zh: "登记核查的人不能自己审核，须由另一人审核。",
    en: "Nobody decides on a check they recorded; a second person must.",
  },
  decisionNote: { field: "note", zh: "请用 4 到 1000 个字写明审核意见。", en: "Say why in 4 to 1,000 characters." },
  programmeName: { field: "nameZh", zh: "中文名称应为 2 到 100 个字。", en: "The Chinese name must have 2 to 100 characters." },
  programmeNameEn: { field: "nameEn", zh: "英文名称最多 200 个字符。", en: "The English name may have at most 200 characters." },
  programmeDescription: { field: "description", zh: "说明最多 2000 个字。", en: "The description may have at most 2,000 characters." },
  noSuchProgrammeId: { field: "id", zh: "没有这个项目或需求。", en: "There is no such programme or need." },
  noSuchReminder: { field: "id", zh: "没有这条提醒，可能已处理。", en: "There is no such reminder; it may have been dealt with." },
  email: {
    field: "email",
    zh: "这不像邮箱地址，请检查后重填。",
    en: "This does not look like a mail address; check it and enter it again.",
  },
  noAccount: {
    field: null,
    zh: "只有本人账号可以设置每日提醒邮箱，脚本令牌不能。",
    en: "Only an account can have an address for digests; a script's token cannot.",
  },
  days: { field: "from", zh: "日期应为 YYYY-MM-DD。", en: "Days must be given as YYYY-MM-DD." },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Answers of which some carry what is there instead. */
export const PIPELINE_SENTENCES = {
  conflict: {
    zh: "他人已修改这项接洽，您的更改没有保存；请查看最新情况后再试。",
    en: "Somebody else has changed this engagement, and your change was not saved; look at it as it is now and try again.",
  },
  alreadyEngaged: {
    zh: "此人在同一项目下已有进行中的接洽，没有重复立项。",
    en: "The person already has a running engagement for the same programme; none was opened.",
  },
  contactUnseen: {
    zh: "在您之前已有人联系过此人，请先阅读这次联系，再登记。",
    en: "Somebody has been in contact with this person since; read that first, then log again.",
  },
} as const;
