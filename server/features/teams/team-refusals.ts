const field = (name: string, zh: string, en: string) => ({ field: name, zh, en });

/** Why a team is not saved, in both languages. */
export const TEAM_REFUSALS = {
  key: field("key", "请求编号须为 8 至 64 个字母、数字或 -、_。", "The key must be 8 to 64 letters, digits, - or _."),
  name: field("name", "团队名称须为 2 至 100 个字。", "The name must have 2 to 100 characters."),
  purpose: field("purpose", "说明最多 1000 个字。", "The text must have at most 1,000 characters."),
  members: field("members", "团队须有 1 至 100 人，每人只列一次。", "A team has 1 to 100 people, each listed once."),
  gone: field("members", "名单中有人已不在库中，请刷新后重选。", "Somebody on the list is not there any more; refresh and choose again."),
  role: field("members", "成员的角色最多 60 个字。", "A member's role must have at most 60 characters."),
  dates: field(
    "members",
    "成员的起止时间须为年、年月或日期，且起不晚于止。",
    "A member's dates must be a year, month or day, and the first not after the last.",
  ),
  stated: field("members", "请写明每位成员的依据，2 至 300 个字。", "Say for each member on what it rests, in 2 to 300 characters."),
  needs: field("needs", "需求最多 30 项，每项 2 至 500 个字。", "There can be at most 30 needs, each of 2 to 500 characters."),
  noSuchTeam: field("id", "没有找到这支团队，可能已被移除。", "There is no such team; it may have been removed."),
  noSuchNeed: field("id", "没有找到这项需求，请刷新后再试。", "There is no such need; refresh and try again."),
  noSuchInstitution: field("institution", "没有找到这家机构，请重新选择。", "There is no such institution; choose another."),
  suggestions: field(
    "minWorks",
    "合作成果数须在 2 至 100 之间，年份不晚于今年。",
    "Joint works must be from 2 to 100, and the year not after this one.",
  ),
} as const;

/** What is told when somebody else changed a team meanwhile. */
export const TEAM_CHANGED = {
  zh: "这支团队刚被他人修改，已显示最新内容；请核对后再保存。",
  en: "Somebody else has just changed this team; its latest state is shown. Check it and save again.",
} as const;
