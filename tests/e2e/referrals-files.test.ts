import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForFile } from "../support/page.ts";
import { typeReferral } from "../support/page-referrals.ts";

const open = browserForFile();
const PLACE = "GPS 29.5630N 106.5516E";

/** A photo of a camera: larger than is sent, with the place of taking in its header. */
async function photoOf(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1200);
    const paint = canvas.getContext("2d");
    paint?.fillRect(0, 0, 1200, 600);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer())];
  });
  const header = Buffer.from(`Exif\0\0${PLACE}`, "latin1");
  const marker = Buffer.from([0xff, 0xe1, 0, header.length + 2]);
  return Buffer.concat([Buffer.from(bytes.slice(0, 2)), marker, header, Buffer.from(bytes.slice(2))]);
}

/** Width and height in the frame header of a JPEG. */
function sizeOf(jpeg: Buffer): [number, number] {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
}

describe("a photo with a referral", () => {
  it("is scaled down and loses the place of its taking in the browser, waits for signal, and is opened again", async () => {
    const { page } = await open("/referrals/new", { role: "AMBASSADOR", phone: true });
    await typeReferral(page, { name: "演示·带名片", employer: "演示研究院" });
    const buffer = await photoOf(page);
    expect(buffer.includes(PLACE)).toBe(true);
    await page.getByLabel("选文件").setInputFiles({ name: "card.jpeg", mimeType: "image/jpeg", buffer });
    await page.getByText("card.jpg").waitFor();
    await page.getByLabel("选文件").setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from("<p>") });
    await page.getByText("只接受照片").waitFor();
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "存好，联网后发送" }).click();
    await page.getByRole("heading", { name: "已存在这台设备上" }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "引荐已提交" }).waitFor();
    await page.getByRole("link", { name: "看我的引荐" }).click();
    const link = page.getByRole("link", { name: "打开附件 card.jpg" });
    await link.waitFor();
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);
    const sent = await answer.body();
    expect(sizeOf(sent)).toEqual([1600, 800]);
    expect(sent.includes(PLACE)).toBe(false);
    expect(sent.includes("Exif")).toBe(false);
    await page.getByRole("button", { name: "删除附件 card.jpg" }).click();
    await link.waitFor({ state: "detached" });
  });
});
