import { expect, it } from "vitest";
import { filterOf, parseAddress, SHOWN, withCondition, withPage } from "./contributions-url.ts";

it("shows what waits for a decision unless the address says otherwise", () => {
  expect(parseAddress(new URLSearchParams())).toEqual({ shown: "waiting", ambassador: null, after: null, page: 1, own: false });
  expect(parseAddress(new URLSearchParams("status=nonsense&page=7&view=mine"))).toMatchObject({ shown: "waiting", page: 1, own: true });
  expect(parseAddress(new URLSearchParams("status=SETTLED&ambassador=01A&after=x&page=3"))).toEqual({
    shown: "SETTLED",
    ambassador: "01A",
    after: "x",
    page: 3,
    own: false,
  });
});

it("asks the server for exactly what is shown", () => {
  expect(filterOf({ shown: "waiting", ambassador: null })).toEqual({ statuses: ["PROPOSED", "DISPUTED"] });
  expect(filterOf({ shown: "all", ambassador: "01A" })).toEqual({ ambassador: "01A" });
  expect(filterOf({ shown: "CONFIRMED", ambassador: null })).toEqual({ statuses: ["CONFIRMED"] });
});

it("keeps the other conditions, and starts again at the first page", () => {
  const before = new URLSearchParams("status=all&after=x&page=2&lang=en");
  expect(withCondition(before, "ambassador", "01A").toString()).toBe("status=all&lang=en&ambassador=01A");
  expect(withCondition(before, "status", null).toString()).toBe("lang=en");
  for (const shown of SHOWN) expect(parseAddress(withCondition(before, "status", shown)).shown).toBe(shown);
});

it("goes to a page and back to the first", () => {
  const second = withPage(new URLSearchParams("status=all"), "x", 2);
  expect(parseAddress(second)).toMatchObject({ shown: "all", after: "x", page: 2 });
  expect(withPage(second, null, 1).toString()).toBe("status=all");
});
