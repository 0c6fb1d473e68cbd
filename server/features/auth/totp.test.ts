import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { newTotp, totpStep } from "./totp.ts";

const NOW = Date.UTC(2026, 10, 22, 8, 0, 10);
const STEP = Math.floor(NOW / 30_000);
const { secret, uri, qrSvg } = await newTotp("officer.bai");
const codeAt = (seconds: number): string => generateSync({ secret, epoch: Math.floor(NOW / 1000) + seconds });

test("the offer names the product and the account, and draws itself", () => {
  expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/全球战略科学家人才地图:officer\.bai\?/);
  expect(qrSvg).toContain("<svg");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

test("S11 codes of the step before, the present one and the next are right, others are not", () => {
  const steps = [-60, -30, 0, 30, 60].map((seconds) => totpStep(secret, codeAt(seconds), NOW, null));
  expect(steps).toEqual([undefined, STEP - 1, STEP, STEP + 1, undefined]);
});

test("S11 a code counts once, and none before it counts any more", () => {
  expect(totpStep(secret, codeAt(0), NOW, STEP)).toBeUndefined();
  expect(totpStep(secret, codeAt(-30), NOW, STEP)).toBeUndefined();
  expect(totpStep(secret, codeAt(30), NOW, STEP)).toBe(STEP + 1);
  expect(totpStep(secret, codeAt(30), NOW, STEP + 1)).toBeUndefined();
});

test("what is not six digits is not tried", () => {
  for (const code of ["", "12345", "1234567", "12345a", "１２３４５６"]) expect(totpStep(secret, code, NOW, null)).toBeUndefined();
});
