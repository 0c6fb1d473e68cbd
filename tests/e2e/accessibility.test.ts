import { beforeAll, describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { facetValues } from "../support/http.ts";
import { browserForFile, type Visit } from "../support/page.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();
/** What stands on each screen once its data has arrived. */
const SCREENS = {
  map: ".map-canvas canvas",
  list: ".people-main a[href^='/scientists/']",
  profile: ".summary-name",
  institution: ".related-person",
  compare: ".compare-heading .chip-remove",
  signIn: ".auth-role",
  notice: ".notice-list",
  account: ".records",
  requests: ".page-tools select",
  exports: ".notice-title, .records",
  referrals: ".notice-title, .records",
  ownReferrals: ".notice-title, .ledger",
  newReferral: ".referral-submit",
};
type Screen = keyof typeof SCREENS;
const paths: Record<Screen, string> = {
  map: "/map",
  list: "/scientists?q=院士",
  profile: "",
  institution: "",
  compare: "",
  signIn: "/sign-in",
  notice: "/notice",
  account: "/account",
  requests: "/admin/requests",
  exports: "/admin/exports",
  referrals: "/referrals",
  ownReferrals: "/referrals?view=mine",
  newReferral: "/referrals/new",
};
const VISITS: readonly (readonly [string, Visit])[] = [
  ["at 1440 px in Chinese", { language: "zh" }],
  ["at 1440 px in English", { language: "en" }],
  ["at 375 px in Chinese", { language: "zh", phone: true }],
  ["at 375 px in English", { language: "en", phone: true }],
];

beforeAll(async () => {
  const [one, other] = await Promise.all(["Aaron Ciechanover", "邓龙江"].map(personNamed));
  const [institution] = await facetValues("almaMaters", 1);
  paths.profile = `/scientists/${one}`;
  paths.institution = `/institutions/${institution?.id}`;
  paths.compare = `/compare?ids=${one},${other}`;
});

describe.each(VISITS)("for everyone, %s", (_where, visit) => {
  it.each(Object.keys(SCREENS).filter(isScreen))("the %s has no serious finding and fits its width", async (screen) => {
    const { page } = await open(paths[screen], {
      ...visit,
      ...(screen === "signIn" ? { role: null } : {}),
      context: { reducedMotion: "reduce" },
    });
    await page.locator(SCREENS[screen]).first().waitFor({ state: "attached" });
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    expect(await findings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });
});

function isScreen(name: string): name is Screen {
  return name in SCREENS;
}

it("opens the filters of a phone as a sheet that Escape closes", async () => {
  const { page } = await open("/scientists?q=院士", { phone: true });
  await page.locator(SCREENS.list).first().waitFor();
  await page.getByRole("button", { name: "筛选" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("专业领域").first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
});
