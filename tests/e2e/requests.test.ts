import { expect, it } from "vitest";
import { browserForFile } from "../support/page.ts";

const open = browserForFile();

it("takes a request of a person from its receipt over the copy of everything held to its close", async () => {
  const { page } = await open("/admin/requests");
  await page.getByText("没有待办的请求").waitFor();
  await page.getByRole("button", { name: "登记请求" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await dialog.getByText("请选择涉及的科学家。").waitFor();
  await dialog.getByLabel("请求类型").selectOption("CORRECTION");
  await dialog.getByLabel("涉及的科学家").fill("tongxiaohua");
  await dialog
    .getByRole("button", { name: /童小华/ })
    .first()
    .click();
  await dialog.getByLabel("请求人与身份核验").fill("演示：本人来函，核对证件");
  await dialog.getByLabel("请求内容").fill("演示：更正出生日期");
  await dialog.getByRole("button", { name: "登记", exact: true }).click();

  const row = page.getByRole("row").filter({ hasText: "童小华" });
  await row.getByText("更正").first().waitFor();
  await row.getByText("还有 15 天").waitFor();
  const [copy] = await Promise.all([page.context().waitForEvent("page"), row.getByRole("link", { name: "打印副本" }).click()]);
  await copy.getByRole("heading", { name: /个人信息副本/ }).waitFor();
  expect(await copy.content()).toContain("童小华");
  const [download] = await Promise.all([page.waitForEvent("download"), row.getByRole("link", { name: "下载 JSON" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^person-.*\.json$/);

  await row.getByRole("button", { name: "办结" }).click();
  await dialog.getByLabel("办理说明").fill("演示：已核对来源并答复");
  await dialog.getByRole("button", { name: "办结", exact: true }).click();
  await page.getByText("没有待办的请求").waitFor();
});
