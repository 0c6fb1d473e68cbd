import { expect, test } from "vitest";
import { bearerText, hashOf, newRecoveryCode, newSecret, parseBearer, recoveryCodeKey, sameHash } from "./secrets.ts";

test("S7 secrets hold 256 bits and never repeat", () => {
  const made = new Set(Array.from({ length: 1_000 }, newSecret));
  expect(made.size).toBe(1_000);
  for (const secret of made) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("a bearer token is taken apart as it was put together, and nothing else is", () => {
  const id = "01KDVDNA006HSSGH04MG7WP9M2";
  for (let count = 0; count < 200; count += 1) {
    const secret = newSecret();
    expect(parseBearer(bearerText(id, secret))).toEqual({ id, secret });
  }
  for (const text of ["", "stm_", `stm_${id}_short`, `stm_${id.toLowerCase()}_${newSecret()}`, `${id}_${newSecret()}`])
    expect(parseBearer(text)).toBeUndefined();
});

test("S11 recovery codes hold 130 bits and are read however they are typed", () => {
  const code = newRecoveryCode();
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{7}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  const key = recoveryCodeKey(code);
  expect(recoveryCodeKey(code.toLowerCase().replaceAll("-", " "))).toBe(key);
  expect(recoveryCodeKey(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(key);
  expect(recoveryCodeKey("123456")).toBeUndefined();
});

test("hashes are compared as wholes", () => {
  expect(sameHash(hashOf("a"), hashOf("a"))).toBe(true);
  expect(sameHash(hashOf("a"), hashOf("b"))).toBe(false);
  expect(sameHash(hashOf("a"), "")).toBe(false);
});
