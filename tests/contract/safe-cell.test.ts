import { expect, test } from "vitest";
import { safeCell as ofServer } from "../../server/shared/export-cell.ts";
import { safeCell as ofWeb } from "../../web/lib/safe-cell.ts";

test("files made by the page are as safe as those made by the server, for every first character", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const text = `${String.fromCharCode(code)}1+1`;
    if (ofWeb(text) !== ofServer(text)) throw new Error(`They differ for U+${code.toString(16).padStart(4, "0")}.`);
  }
  expect(ofWeb("=1")).toBe("'=1");
});
