import { expect, it } from "vitest";
import { purposesOf } from "./purposes.ts";

const line = {
  fieldClass: "PUBLIC" as const,
  purposeZh: "识别",
  purposeEn: "To tell",
  lawfulBasis: "PUBLIC_DISCLOSURE" as const,
  retentionDays: null,
};

it("puts fields together only when purpose, class, basis and time agree", () => {
  const purposes = purposesOf([
    { ...line, field: "Scientist.nameZh" },
    { ...line, field: "Scientist.birthDate", purposeZh: "统计" },
    { ...line, field: "Scientist.nameEn" },
    { ...line, field: "Scientist.contacts", retentionDays: 730 },
  ]);
  expect(purposes.map(({ fields }) => fields)).toEqual([
    ["Scientist.nameZh", "Scientist.nameEn"],
    ["Scientist.birthDate"],
    ["Scientist.contacts"],
  ]);
});
