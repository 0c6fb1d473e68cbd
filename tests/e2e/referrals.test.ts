import { beforeAll, describe, expect, it } from "vitest";
import { answersTo, browserForFile, eventually } from "../support/page.ts";
import { giveReason } from "../support/page-accounts.ts";
import { personNamed } from "../support/page-people.ts";
import { draftKept, engage, keptBy, moveTo, sendAgain, shellKept, submissionsOf, typeReferral } from "../support/page-referrals.ts";

const open = browserForFile();
const ambassador = { role: "AMBASSADOR", phone: true } as const;
/** Another desk is in contact with this person before the journey begins. */
let engagement: Awaited<ReturnType<typeof engage>>;

beforeAll(async () => {
  engagement = await engage(await personNamed("邓龙江"));
});

describe("an ambassador with a telephone (scenario S2)", () => {
  it("refers without signal, is warned when back, offers an introduction and follows the stages, never the notes", async () => {
    const { page } = await open("/referrals", ambassador);
    const answers = answersTo(page);
    const submissions = submissionsOf(page);
    await shellKept(page);
    await page.getByText("还没有引荐").waitFor();
    await page.context().setOffline(true);

    // Written at a meeting without signal, through a reload.
    await page.getByRole("link", { name: "引荐人才" }).click();
    await page.getByLabel("姓名", { exact: true }).pressSequentially("Longjiang");
    await draftKept(page);
    await page.waitForURL(/\?draft=/);
    await page.reload();
    await page.getByText("没有信号。可以照常填写").waitFor();
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("Longjiang");
    await page.getByLabel("姓名", { exact: true }).fill("");
    const effort = await typeReferral(page, { name: "Longjiang Deng", employer: "电子科技大学", from: "2016", to: "2018" });
    // Two keystrokes a second is a slow thumb: the form must leave room within the minute.
    expect(effort).toEqual({ fields: 4, keystrokes: 28, taps: 7 });
    await page.getByRole("button", { name: "存好，联网后发送" }).click();
    await page.getByRole("heading", { name: "已存在这台设备上" }).waitFor();

    // It waits through another reload, and is sent once.
    await page.goto("/referrals");
    await page.getByText("待发送").waitFor();
    expect(submissions).toEqual([]);
    await page.context().setOffline(false);
    const item = page.getByRole("listitem").filter({ hasText: "Longjiang Deng" });
    await item.getByText("已有专班在推进").waitFor();
    await item.getByText("引才专班").waitFor();
    await item.getByText(/^线索（\d{4}-\d{2}-\d{2} 起）$/).waitFor();
    expect(submissions).toHaveLength(1);

    await item.getByRole("button", { name: "我愿意引见" }).click();
    await giveReason(page, "怎么引见", "可以约他下周视频见面", "告诉专班");
    await item.getByText("已告诉专班您愿意引见").waitFor();

    const { page: office } = await open("/referrals?offering=1");
    await office.getByRole("button", { name: "Longjiang Deng" }).click();
    const drawer = office.getByRole("dialog");
    await drawer.getByText("可以约他下周视频见面").waitFor();
    // Named in English order by the ambassador, known to the map in Chinese.
    await drawer.getByRole("link", { name: "邓龙江" }).waitFor();
    await drawer.getByRole("button", { name: "引见已完成" }).click();
    await giveReason(office, "答复说明", "内部备注甲：已视频见面", "引见已完成");
    await item.getByText("引见已完成").waitFor();

    for (const [stage, name] of [
      ["CONTACT", "接触"],
      ["INTENT", "意向"],
      ["CONTACT", "接触"],
    ] as const) {
      engagement = await moveTo(engagement, stage, "内部备注乙：薪酬没有谈拢");
      await item.getByText(new RegExp(`^${name}（\\d{4}-\\d{2}-\\d{2} 起）$`)).waitFor();
    }
    await page.waitForLoadState("networkidle");
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter((text) => /内部备注|reason|owner|score/.test(text.replaceAll("decisionReason", "")))).toEqual([]);
    expect(await page.content()).not.toContain("内部备注");
  });

  it("takes a referral back and submits it again; sending one many times over writes it once", async () => {
    const { page } = await open("/referrals/new", ambassador);
    const submissions = submissionsOf(page);
    await typeReferral(page, { name: "演示·林一", employer: "演示大学" });
    await page.getByText("地图上没有找到").waitFor();
    await page.getByRole("button", { name: "提交引荐" }).click();
    await page.getByRole("heading", { name: "引荐已提交" }).waitFor();
    await page.getByText(/此人为您保护至 \d{4}-\d{2}-\d{2}/).waitFor();

    const [body = ""] = submissions;
    const again = await sendAgain(page, body, 8);
    const ids = again.map((text) => /"__typename":"Referral","id":"([^"]+)"/.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeTruthy();
    await page.getByRole("link", { name: "看我的引荐" }).click();
    const items = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "演示·林一" }) });
    await items.getByText("保护中").waitFor();
    expect(await items.count()).toBe(1);

    await items.getByRole("button", { name: /^撤回/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "撤回", exact: true }).click();
    await items.getByText("已撤回", { exact: true }).waitFor();
    await items.getByRole("button", { name: /^再次提交/ }).click();
    await page.waitForURL(/\/referrals\/new\?draft=/);
    expect(await page.getByLabel("工作单位").inputValue()).toBe("演示大学");
    await page.getByRole("button", { name: "提交引荐" }).click();
    await page.getByRole("heading", { name: "引荐已提交" }).waitFor();
    await page.goto("/referrals");
    await eventually(() => items.count(), 2);
    await items.first().getByText("保护中").waitFor();
    await items.last().getByText("已撤回", { exact: true }).waitFor();
  });

  it("sees while typing who may be meant and that a desk is in contact; what is wrong is named at its field", async () => {
    const { page } = await open("/referrals/new", ambassador);
    await page.getByLabel("姓名", { exact: true }).pressSequentially("tong xiaohua");
    const lookup = page.getByRole("region", { name: "查重" });
    await lookup.getByText("童小华").waitFor();
    await lookup.getByRole("button", { name: "不是 童小华" }).click();
    await lookup.getByText("童小华").waitFor({ state: "detached" });
    await page.getByLabel("姓名", { exact: true }).fill("Deng Longjiang");
    await page.getByLabel("工作单位").fill("电子科技大学");
    await page.getByText(/^已有专班在推进：\S+ · 引才专班$/).waitFor();
    await page.getByRole("button", { name: "不是同一个人" }).click();
    await page.getByRole("button", { name: "提交引荐" }).click();
    await page.getByText("请选择你们的关系。").waitFor();
    await page.getByText("请用 4 到 1000 个字说明为什么不是同一个人。").waitFor();
    await page.getByLabel("为什么不是同一个人").fill("同名，但他做的是催化");
    await page.getByLabel("同学", { exact: true }).check();
    await page.getByLabel("还没有问").check();
    await page.getByRole("button", { name: "提交引荐" }).click();
    await page.getByRole("heading", { name: "引荐已提交，等待核实" }).waitFor();

    const { page: office } = await open("/referrals?status=UNDER_REVIEW");
    await office.getByRole("button", { name: "Deng Longjiang" }).click();
    await office.getByRole("dialog").getByRole("button", { name: "确是另一个人" }).click();
    await giveReason(office, "理由", "领域不同，已核对", "确是另一个人");
    await office.getByRole("dialog").getByText("保护中").first().waitFor();
  });
});

describe("what the browser keeps", () => {
  it("is the app's own files and what was typed; unsent referrals are announced before signing out, and then gone", async () => {
    const { page } = await open("/referrals/new", ambassador);
    await shellKept(page);
    await page.getByLabel("姓名", { exact: true }).fill("演示·未发送");
    await page.getByLabel("工作单位").fill("电子科技大学");
    await draftKept(page);
    await page.waitForLoadState("networkidle");
    const { entries, files } = await keptBy(page);
    expect(entries).toContain("演示·未发送");
    // Nobody's name or stage as the server told it.
    expect(entries).not.toMatch(/邓龙江|引才专班|引才大使/);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((path) => path !== "/" && !path.startsWith("/assets/"))).toEqual([]);

    await page.getByRole("button", { name: /^账号: / }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    const notice = page.getByRole("dialog", { name: "还有没发送的引荐" });
    await notice.getByText("1 份草稿").waitFor();
    await notice.getByRole("button", { name: "先不退出" }).click();
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("演示·未发送");
    await page.getByRole("button", { name: /^账号: / }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await notice.getByRole("button", { name: "删除并退出" }).click();
    await page.waitForURL(/\/sign-in/);
    const left = () => page.evaluate(async () => [(await indexedDB.databases()).length, (await caches.keys()).length]);
    await eventually(left, [0, 0]);
  });

  it("does not open for anybody once the server has said that nobody is signed in", async () => {
    const { page } = await open("/referrals/new", ambassador);
    await shellKept(page);
    await page.getByLabel("姓名", { exact: true }).fill("演示·留存");
    await draftKept(page);
    await page.context().clearCookies();
    await page.goto("/referrals/new", { waitUntil: "commit" });
    await page.waitForURL(/\/sign-in\?next=/);
    await page.getByRole("heading", { name: "登录", exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.goto("/referrals/new");
    await page.getByText("暂时无法确认登录状态").waitFor();
    expect(await page.content()).not.toContain("演示·留存");
  });
});
