import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AppError } from "./errors.ts";
import { openSecret } from "./secret.ts";

const dataDir = mkdtempSync(join(tmpdir(), "talent-map-secret-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const KEY = Buffer.alloc(32, 7).toString("base64");

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return undefined;
}

test("the key file is made once, for its owner alone, and gives the same keys again", () => {
  const first = openSecret({ dataDir }).mac("audit", "text");
  expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(openSecret({ dataDir }).mac("audit", "text")).toBe(first);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toHaveLength(44);
});

test("a key file that others can read, or that is damaged, is refused", () => {
  const folder = mkdtempSync(join(dataDir, "other-"));
  openSecret({ dataDir: folder });
  chmodSync(join(folder, "secret"), 0o640);
  expect(codeOf(() => openSecret({ dataDir: folder }))).toBe("SECRET_UNUSABLE");
  chmodSync(join(folder, "secret"), 0o600);
  writeFileSync(join(folder, "secret"), "short");
  expect(codeOf(() => openSecret({ dataDir: folder }))).toBe("SECRET_UNUSABLE");
});

test("SECRET_KEY must be 32 bytes", () => {
  for (const secretKey of ["", "secret", Buffer.alloc(31).toString("base64"), Buffer.alloc(33).toString("base64"), `${KEY}${KEY}`]) {
    expect(
      codeOf(() => openSecret({ secretKey, dataDir })),
      secretKey,
    ).toBe("SECRET_UNUSABLE");
  }
});

test("each purpose and key has its own authentication code", () => {
  const [one, other] = [
    openSecret({ secretKey: KEY, dataDir }),
    openSecret({ secretKey: Buffer.alloc(32, 8).toString("base64"), dataDir }),
  ];
  expect(new Set([one.mac("audit", "a"), one.mac("session", "a"), other.mac("audit", "a"), one.mac("audit", "b")]).size).toBe(4);
});

test("what is sealed opens with the same key and purpose only, and shows every change", () => {
  const secret = openSecret({ secretKey: KEY, dataDir });
  const sealed = secret.seal("totp", "密钥 JBSWY3DP");
  expect(secret.open("totp", sealed)).toBe("密钥 JBSWY3DP");
  expect(secret.seal("totp", "密钥 JBSWY3DP")).not.toBe(sealed);
  expect(secret.open("totp", secret.seal("totp", ""))).toBe("");
  expect(codeOf(() => secret.open("contact", sealed))).toBe("SECRET_MISMATCH");
  for (let at = 3; at < sealed.length; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    if (Buffer.from(changed.slice(3), "base64url").equals(Buffer.from(sealed.slice(3), "base64url"))) continue;
    expect(codeOf(() => secret.open("totp", changed))).toBe("SECRET_MISMATCH");
  }
  for (const wrong of ["", "s1.", "s1.AAAA", "s2.AAAA"]) expect(codeOf(() => secret.open("totp", wrong))).toBe("SECRET_MISMATCH");
});
