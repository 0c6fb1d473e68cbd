import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { browserForFile, eventually } from "../support/page.ts";
import {
  accountCorner,
  enrol,
  enterPassword,
  giveReason,
  nextCode,
  PEOPLE,
  rowOf,
  serverWith,
  setUpPath,
  signIn,
} from "../support/page-accounts.ts";
import { addressOf, listSettled, personNamed } from "../support/page-people.ts";

const open = browserForFile();
const NOBODY = { role: null } as const;

describe("the first start", () => {
  it("leads a newcomer from the printed link to the map in one click", async () => {
    const { page } = await open(await setUpPath(), NOBODY);
    await page.getByRole("button", { name: /^以引才专员身份进入/ }).click();
    await page.waitForURL(/\/map/);
    await page.locator(".map-canvas canvas").waitFor();
    expect(page.url()).not.toContain("link=");
    await page.getByRole("banner").getByText("演示").waitFor();
  });

  it("says of a link that was used what to do, and offers the password all the same", async () => {
    const { page } = await open("/sign-in#link=stale", NOBODY);
    await page.getByText("该一次性链接无效、已使用或已过期").waitFor();
    expect(page.url()).not.toContain("link=");
    expect(await page.getByLabel("登录名").isVisible()).toBe(true);
  });

  it("names each field that is wrong, loses nothing, and creates the administrators", async () => {
    const { page } = await open(await setUpPath(), NOBODY);
    await page.getByRole("button", { name: "建立这些账号" }).click();
    await page.getByText("有几项需要修改").waitFor();
    expect(await page.locator("[aria-invalid=true]").count()).toBe(12);
    for (const [index, { name, displayName, password }] of Object.values(PEOPLE).entries()) {
      const row = page.locator(".auth-row").nth(index);
      await row.getByLabel("登录名").fill(name);
      await row.getByLabel("姓名").fill(displayName);
      await row.getByLabel("密码").fill(index === 3 ? "123456789012" : password);
    }
    expect(await page.locator("[aria-invalid=true]").count()).toBe(0);
    await page.getByRole("button", { name: "建立这些账号" }).click();
    await page.getByRole("alert").filter({ hasText: PEOPLE.officer.name }).waitFor();
    expect(await page.locator(".auth-row").first().getByLabel("登录名").inputValue()).toBe(PEOPLE.system.name);
    await page.locator(".auth-row").nth(3).getByLabel("密码").fill(PEOPLE.officer.password);
    await page.getByRole("button", { name: "建立这些账号" }).click();
    await page.getByText("已建立 4 个账号，请登录。").waitFor();
    await page.getByRole("heading", { name: "登录", exact: true }).waitFor();
  });
});

describe("signing in", () => {
  it("asks for the second factor, enrols it once, and comes back to the page that was asked for", async () => {
    const { page } = await open("/admin/accounts", NOBODY);
    await page.waitForURL(/\/sign-in\?next=/);
    await enterPassword(page, PEOPLE.system.name, PEOPLE.system.password);
    const codes = await enrol(page, PEOPLE.system.name);
    expect(codes).toHaveLength(10);
    await page.waitForURL(/\/admin\/accounts/);
    await rowOf(page, PEOPLE.auditor.name).getByText("安全审计员").waitFor();
    await (await accountCorner(page)).getByRole("button", { name: "退出登录" }).click();
    await enterPassword(page, PEOPLE.system.name, PEOPLE.system.password);
    await page.getByRole("button", { name: /用恢复码/ }).click();
    await page.getByLabel("恢复码").fill(codes[0] ?? "");
    await page.getByRole("button", { name: "验证", exact: true }).click();
    await page.waitForURL(/\/admin\/accounts/);
    await page.goto("/account");
    await page.getByText("已启用，剩余 9 个恢复码。").waitFor();
    await page.getByText("本次登录").waitFor();
  });

  it("takes a pasted code without another press", async () => {
    const { page } = await open("/sign-in", NOBODY);
    await signIn(page, PEOPLE.security);
    await (await accountCorner(page)).getByRole("button", { name: "退出登录" }).click();
    await enterPassword(page, PEOPLE.security.name, PEOPLE.security.password);
    const code = nextCode(PEOPLE.security.name);
    await page.getByLabel("验证码").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL(/\/admin\/accounts/);
  });

  it("answers a wrong password, a locked account and a name that nobody has with the same sentence, and the administrator unlocks", async () => {
    const { page } = await open("/sign-in", NOBODY);
    const alert = page.getByRole("alert");
    await enterPassword(page, "nobody.at.all", "a wrong password");
    await alert.filter({ hasText: /\S/ }).waitFor();
    const sentence = (await alert.innerText()).replace(/（编号.*$/, "");
    expect(sentence).toMatch(/^\S.*。$/);
    for (let tries = 0; tries < 5; tries += 1) {
      await enterPassword(page, PEOPLE.officer.name, `a wrong password ${tries}`);
      await eventually(() => page.getByRole("button", { name: "登录", exact: true }).getAttribute("aria-disabled"), "false");
    }
    await enterPassword(page, PEOPLE.officer.name, PEOPLE.officer.password);
    await eventually(async () => (await alert.innerText()).replace(/（编号.*$/, ""), sentence);
    expect(await page.getByLabel("登录名").inputValue()).toBe(PEOPLE.officer.name);

    const admin = await open("/sign-in", NOBODY);
    await signIn(admin.page, PEOPLE.system);
    const row = rowOf(admin.page, PEOPLE.officer.name);
    await row.getByText("已锁定").waitFor();
    await row.getByRole("button", { name: /^解锁/ }).click();
    await admin.page.getByRole("dialog").getByRole("button", { name: "解锁", exact: true }).click();
    await row.getByText("使用中").waitFor();
    await enterPassword(page, PEOPLE.officer.name, PEOPLE.officer.password);
    await enrol(page, PEOPLE.officer.name);
    await page.waitForURL(/\/map/);
  });
});

describe("accounts", () => {
  it("go from the system administrator over the security administrator to their owner, who sets the password", async () => {
    const { page: system } = await open("/sign-in", NOBODY);
    await signIn(system, PEOPLE.system);
    await system.getByRole("button", { name: "新建账号" }).click();
    await system.getByRole("dialog").getByLabel("登录名").fill("x");
    await system.getByRole("dialog").getByLabel("姓名").fill("新分析员");
    await system.getByRole("button", { name: "新建并生成链接" }).click();
    await eventually(() => system.getByRole("dialog").getByLabel("登录名").getAttribute("aria-invalid"), "true");
    await system.getByRole("dialog").getByLabel("登录名").fill("new.analyst");
    await system.getByRole("button", { name: "新建并生成链接" }).click();
    const link = await system.locator(".once code").innerText();
    await system.getByRole("button", { name: "完成" }).click();
    await rowOf(system, "new.analyst").getByText("待设密码").waitFor();
    expect(await system.content()).not.toContain(link.split("#link=")[1]);
    expect(
      await rowOf(system, "new.analyst")
        .getByRole("button", { name: /调整角色/ })
        .count(),
    ).toBe(0);

    const { page: security } = await open("/sign-in", NOBODY);
    await signIn(security, PEOPLE.security);
    expect(await rowOf(security, PEOPLE.security.name).getByRole("button").count()).toBe(0);
    await rowOf(security, "new.analyst")
      .getByRole("button", { name: /调整角色/ })
      .click();
    await security.getByRole("dialog").getByLabel("角色").selectOption("ANALYST");
    await giveReason(security, "理由", "新入职的分析员", "保存角色");
    await rowOf(security, "new.analyst").getByText("分析员", { exact: true }).waitFor();

    const { page: owner } = await open(link, NOBODY);
    await owner.getByText("登录名：new.analyst").waitFor();
    await owner.getByLabel("新密码").fill("too short");
    await owner.getByRole("button", { name: "设置密码" }).click();
    await owner.getByText("密码至少 12 个字符，请加长。").waitFor();
    await owner.getByLabel("新密码").fill("saffron lynx 52 harp");
    await owner.getByLabel("再输入一次").fill("saffron lynx 52 harp");
    await owner.getByRole("button", { name: "设置密码" }).click();
    await enrol(owner, "new.analyst");
    await owner.waitForURL(/\/map/);
    await owner.goto("/admin/audit");
    await owner.getByRole("heading", { name: "您没有打开此页的权限" }).waitFor();
    await owner.getByText("当前角色：分析员").waitFor();
  });

  it("of administrators open no page about people", async () => {
    const { page } = await open("/sign-in", NOBODY);
    await signIn(page, PEOPLE.security);
    expect(await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "人才", exact: true }).count()).toBe(0);
    expect(await page.getByRole("combobox", { name: "搜索科学家" }).count()).toBe(0);
    await page.goto("/scientists");
    await page.getByRole("heading", { name: "您没有打开此页的权限" }).waitFor();
    await page.goto("/admin/rights?q=Scientist.tier");
    await page.getByRole("rowheader", { name: "Scientist.tier" }).waitFor();
    expect(await page.getByRole("rowheader").count()).toBe(1);
  });
});

describe("the trail", () => {
  it("shows the auditor who opened whose record, and that the chain is whole", async () => {
    const id = await personNamed("曾庆存");
    const { page: officer } = await open(`/scientists/${id}`);
    await officer.locator(".summary-name").waitFor();
    const { page } = await open("/sign-in", NOBODY);
    await signIn(page, PEOPLE.auditor);
    await page.getByLabel("操作", { exact: true }).selectOption("DOSSIER");
    await page.waitForURL(/action=DOSSIER/);
    await page.getByLabel("对象编号").fill(id);
    await page.getByLabel("对象编号").press("Enter");
    await page.waitForURL(/subject=/);
    const row = rowOf(page, id).first();
    await row.getByText("查阅档案").waitFor();
    await row.getByText("演示·引才专员").waitFor();
    await row.getByRole("button").click();
    await page.getByRole("dialog").getByText("校验值").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "校验完整性" }).click();
    await page.getByText(/^完整：[\d,]+ 条记录无缺失、无改动。$/).waitFor();
    await page.goBack();
    await eventually(async () => addressOf(page), "/admin/audit?action=DOSSIER");
  });
});

describe("an export", () => {
  let low: Awaited<ReturnType<typeof serverWith>>;
  beforeAll(async () => {
    low = await serverWith({ EXPORT_ROW_CAP: "300" });
  });
  afterAll(() => low.close());

  it("over the cap needs a second person, and can then be fetched once", async () => {
    const { origin } = low;
    const { page } = await open("/scientists", { origin });
    await listSettled(page);
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByText(/超过一次 300 人的上限/).waitFor();
    await giveReason(page, "导出理由", "年度人才盘点", "提交审批");
    await page.getByText(/等待安全管理员审批/).waitFor();
    await page.getByRole("button", { name: "关闭" }).click();

    const { page: decider } = await open("/sign-in", { ...NOBODY, origin });
    await signIn(decider, PEOPLE.security);
    await decider.goto("/admin/exports");
    const request = rowOf(decider, "年度人才盘点");
    await request.getByRole("button", { name: "审批" }).click();
    expect(await decider.getByRole("link", { name: "查看名单" }).count()).toBe(0);
    await giveReason(decider, "审批意见", "同意，仅供内部", "批准");
    await request.getByText("已批准").waitFor();

    await page.getByRole("button", { name: "导出" }).click();
    await page.getByText(/已批准，可下载一次/).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载 CSV" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.goto("/admin/exports");
    await rowOf(page, "年度人才盘点").getByText("已下载").waitFor();
  });
});

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } };

describe("for everyone", () => {
  it.each([
    ["system", ["/admin/accounts", "/account"]],
    ["security", ["/admin/accounts", "/admin/accounts?tab=tokens", "/admin/rights?q=Scientist.", "/admin/exports"]],
    ["auditor", ["/admin/audit"]],
  ] as const)("the pages of the %s administrator have no serious finding and fit both widths, in both languages", async (who, paths) => {
    const { page } = await open("/sign-in", { ...NOBODY, context: { reducedMotion: "reduce" } });
    await signIn(page, PEOPLE[who]);
    for (const language of ["en", "zh"]) {
      for (const size of Object.values(SIZES)) {
        await page.setViewportSize(size);
        for (const path of paths) {
          await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
          await page.locator(".records, .notice-title").first().waitFor();
          await page.waitForLoadState("networkidle");
          expect(await findings(page), `${path} ${language} ${size.width}`).toEqual([]);
          expect(await overflow(page), `${path} ${language} ${size.width}`).toBe(0);
        }
      }
    }
  });
});
