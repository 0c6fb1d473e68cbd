import { beforeAll, expect, it } from "vitest";
import { faultsOf, findings, STILL, VISITS } from "../support/axe.ts";
import { facetValues } from "../support/http.ts";
import { browserForFile } from "../support/page.ts";
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
beforeAll(async () => {
  const [one, other] = await Promise.all(["Aaron Ciechanover", "邓龙江"].map(personNamed));
  const [institution] = await facetValues("almaMaters", 1);
  paths.profile = `/scientists/${one}`;
  paths.institution = `/institutions/${institution?.id}`;
  paths.compare = `/compare?ids=${one},${other}`;
});

it.each(VISITS)("for everyone, %s: no screen has a serious finding, and each fits its width", async (_where, visit) => {
  const { page: outside } = await open(paths.signIn, { ...visit, ...STILL, role: null });
  const faults = await faultsOf(outside, SCREENS.signIn);
  const { page } = await open(paths.notice, { ...visit, ...STILL });
  for (const screen of Object.keys(SCREENS).filter(isScreen)) {
    if (screen === "signIn") continue;
    await page.goto(paths[screen]);
    faults.push(...(await faultsOf(page, SCREENS[screen])));
  }
  expect(faults).toEqual([]);
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
