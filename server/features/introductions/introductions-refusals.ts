import type { Refusal } from "../../shared/refusals.ts";

/** Every way in which something about introductions is refused. */
export const INTRODUCTION_REFUSALS = {
  noSuchTask: {
    field: "id",
    zh: "没有这项引荐请求，可能已被删除。",
    en: "There is no such request for an introduction; it may have been removed.",
  },
  notNow: {
    field: "move",
    zh: "这项请求现在不能这样处理，请刷新后查看。",
    en: "That cannot be done with this request now; reload and look at it.",
  },
  note: { field: "note", zh: "说明最多 500 个字。", en: "The note may have at most 500 characters." },
  takeBackBecause: {
    field: "note",
    zh: "撤回时请用 2 到 500 个字写明原因，对方会看到。",
    en: "To take it back, say why in 2 to 500 characters; who was asked will see it.",
  },
  idempotencyKey: {
    field: "idempotencyKey",
    zh: "提交编号应为 1 到 100 个字符。",
    en: "The key of the submission must have 1 to 100 characters.",
  },
  people: {
    field: "people",
    zh: "一条路径应有 2 到 5 位不同的人，关系比人数少一个。",
    en: "A path has 2 to 5 different people and one link fewer than people.",
  },
  pathGone: {
    field: "people",
    zh: "这条路径的依据已有变化，请重新查找后再请其引荐。",
    en: "What this path rests on has changed; search again before asking.",
  },
  barred: {
    field: null,
    zh: "路径上有人已去世或不愿被联系，不能再按此引荐；请撤回。",
    en: "Somebody on this path has died or does not want to be contacted; take the request back.",
  },
  noSuchAccount: {
    field: "accountId",
    zh: "没有这个在用的引才专员或引才大使账号，请刷新后重选。",
    en: "There is no such account of an officer or ambassador in use; reload and choose again.",
  },
  noSuchScientist: {
    field: "scientistId",
    zh: "没有这位科学家，可能已被删除。",
    en: "There is no such scientist; the record may have been removed.",
  },
  ownAccount: {
    field: null,
    zh: "本人账号的身份须由另一位引才专员确认。",
    en: "Nobody confirms who they are themselves; another recruiting officer must.",
  },
  trialAccount: {
    field: null,
    zh: "试用台只能关联试用账号，正式账号请由正式的引才专员确认。",
    en: "The trial desk links trial accounts only; let an officer with an account of their own confirm others.",
  },
  linkedElsewhere: {
    field: "scientistId",
    zh: "这位科学家已关联另一个账号，请先解除再关联。",
    en: "This scientist is linked to another account; unlink that first.",
  },
  zoneChanged: {
    field: "version",
    zh: "高新区范围已被他人修改，请刷新后重新编辑。",
    en: "Somebody else has changed the zone; reload and edit it again.",
  },
  zoneSize: {
    field: "placeIds",
    zh: "最多 100 个地区、500 个机构，请减少后再保存。",
    en: "At most 100 places and 500 institutions; take some out and save again.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Answers that carry what is there instead. */
export const INTRODUCTION_SENTENCES = {
  changed: {
    zh: "他人已更新这项引荐请求，您的操作没有保存；请看最新情况。",
    en: "Somebody else has changed this request, and nothing was saved; look at it as it is now.",
  },
  running: {
    zh: "已有一项请同一人引荐同一对象的请求在进行中，没有重复发出。",
    en: "A request to the same person for the same target is already running; none was sent again.",
  },
  objected: {
    zh: "路径上有人表示不愿被联系，请求自动结束。",
    en: "Somebody on the path does not want to be contacted; the request has ended by itself.",
  },
} as const;
