import type { LawfulBasis, RegisteredField } from "../../graphql/generated.ts";
import { fieldClassOf } from "../rights/index.ts";

/** Some fields that are processed for one purpose on one basis. */
interface Purpose {
  readonly fields: string;
  readonly zh: string;
  readonly en: string;
  readonly lawfulBasis: LawfulBasis;
  /** Null: as long as the record of the person. */
  readonly retentionDays: number | null;
}

/** Closed requests are proof that they were handled: 个人信息保护法 art. 56 keeps such records three years. */
export const CLOSED_REQUEST_KEEP_DAYS = 3 * 366;

/** Of an engagement that was stopped or has landed: as long as a claim from it can be brought, Civil Code art. 188. */
export const CLOSED_ENGAGEMENT_KEEP_DAYS = 3 * 366;
/** Of a referral that ended without an engagement. */
export const ENDED_REFERRAL_KEEP_DAYS = 2 * 366;
/** Of a request for an introduction that was answered or taken back. */
export const ENDED_INTRODUCTION_KEEP_DAYS = 2 * 366;

function purposes(contactKeepDays: number): readonly Purpose[] {
  const published = { lawfulBasis: "PUBLIC_DISCLOSURE", retentionDays: null } as const;
  return [
    {
      fields: "Scientist.nameZh Scientist.nameEn Scientist.aliases Scientist.orcid Scientist.openAlexId Scientist.wikidataId",
      zh: "识别科学家本人，避免同名混淆",
      en: "To tell one scientist from another of the same name",
      ...published,
    },
    {
      fields: "Scientist.birthDate Scientist.deathDate",
      zh: "区分同名者；按年代统计人才分布",
      en: "To tell namesakes apart; statistics by decade",
      ...published,
    },
    {
      fields: "Scientist.birthPlace Scientist.ancestralHome Scientist.sichuanChongqingTies",
      zh: "查找与四川、重庆有渊源的科学家",
      en: "To find scientists with roots in Sichuan and Chongqing",
      ...published,
    },
    {
      fields: "Scientist.education Scientist.employment Scientist.latestEmployment Scientist.teams Scientist.related",
      zh: "了解求学和工作经历、团队，寻找合适的引荐人",
      en: "To know schooling, employment and teams, and who could make an introduction",
      ...published,
    },
    {
      fields: "Scientist.specialty Scientist.fields Scientist.awards Scientist.updates",
      zh: "了解专业方向和学术成就，与科研需求匹配",
      en: "To know the field and achievements, and match them with research needs",
      ...published,
    },
    { fields: "Scientist.tier", zh: "按公开标准判断人才政策的适用类别", en: "To apply the talent policy's published tiers", ...published },
    {
      fields: "Scientist.needs",
      zh: "为科学家落实设备、团队、经费等科研需求",
      en: "To meet needs for equipment, staff and funding",
      lawfulBasis: "CONSENT",
      retentionDays: null,
    },
    {
      fields: "Scientist.facts",
      zh: "使每项信息都可以追溯到来源并更正",
      en: "So that each item can be traced to its source and corrected",
      ...published,
    },
    {
      fields: "Scientist.contacts",
      zh: "公开、合规地联系科学家本人",
      en: "To contact the scientist openly and lawfully",
      lawfulBasis: "CONSENT",
      retentionDays: contactKeepDays,
    },
    {
      fields: "Scientist.engagements Candidate.name Candidate.employer ContactEntry.summary OpenEngagementCheck.note",
      zh: "就具体项目或需求与本人公开、合规地接洽并签约",
      en: "To talk with the person openly and lawfully about a programme or need, and to conclude a contract",
      lawfulBasis: "CONTRACT",
      retentionDays: CLOSED_ENGAGEMENT_KEEP_DAYS,
    },
    {
      fields: "Referral.name Referral.employer Referral.orcid Referral.note",
      zh: "受理引荐，避免重复联系同一人",
      en: "To take up referrals and keep several people from contacting the same person",
      lawfulBasis: "PUBLIC_DISCLOSURE",
      retentionDays: ENDED_REFERRAL_KEEP_DAYS,
    },
    {
      fields: "IntroductionTask.people IntroductionTask.note IntroductionTask.answer",
      zh: "请与科学家相识的人公开引荐，并记录是否愿意",
      en: "To ask people who know a scientist for an open introduction, and to note whether they are willing",
      lawfulBasis: "PUBLIC_DISCLOSURE",
      retentionDays: ENDED_INTRODUCTION_KEEP_DAYS,
    },
    {
      fields: "SubjectRequest.requester SubjectRequest.description SubjectRequest.note",
      zh: "办理个人信息权利请求并留存凭证",
      en: "To handle requests of the people concerned and keep proof",
      lawfulBasis: "LEGAL_DUTY",
      retentionDays: CLOSED_REQUEST_KEEP_DAYS,
    },
  ];
}

/** The registry of personal data (个人信息保护法 art. 6, 13, 17): what is held, its class, for what, on what basis and how long (days). */
export function dataRegistry(contactKeepDays: number): RegisteredField[] {
  return purposes(contactKeepDays).flatMap(({ fields, zh, en, lawfulBasis, retentionDays }) =>
    fields
      .split(" ")
      .map((field) => ({ field, fieldClass: fieldClassOf(field), purposeZh: zh, purposeEn: en, lawfulBasis, retentionDays })),
  );
}
