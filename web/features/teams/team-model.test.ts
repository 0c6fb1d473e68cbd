import { expect, test } from "vitest";
import { draftFrom, draftOf, inputOf, type Member, type TeamFacts, whereaboutsOf } from "./team-model.ts";

const place = (country: string | null) => ({
  ...{ nameZh: "城", nameEn: "City", level: "CITY" as const },
  within: country === null ? [] : [{ nameZh: country, nameEn: country, level: "COUNTRY" as const }],
});
const member = (country?: string | null): Member => ({
  ...{ role: null, from: "2020", to: null, stated: "名录", verifiedBy: null, verifiedOn: null },
  person: {
    ...{ id: "a", name: "甲" },
    scientist: {
      ...{ id: "a", nameZh: "甲", nameEn: null, needs: [] },
      latestEmployment:
        country === undefined ? null : { stated: "x", role: null, institution: { nameZh: "校", nameEn: null, place: place(country) } },
    },
  },
});

test("where a member works follows from the country of the latest employer", () => {
  expect([member("中国"), member("美国"), member(null), member()].map(whereaboutsOf)).toEqual(["here", "abroad", "unknown", "unknown"]);
});

test("a draft of a team keeps its version and needs; a new one has a key and no id", () => {
  const team: TeamFacts = {
    ...{ id: "t", name: "队", proposed: false, purpose: null, version: 3, createdBy: "x", createdAt: "", changedAt: "", demo: false },
    ...{ members: [member("中国")], fields: [] },
    needs: [{ id: "n", kind: "DATA", description: "数据", assignedBy: null, assignedAt: null, institution: null }],
  };
  expect(inputOf(draftFrom(team), "key")).toEqual({
    ...{ id: "t", version: 3, name: "队", proposed: false, purpose: "" },
    members: [{ person: "a", role: "", from: "2020", to: "", stated: "名录" }],
    needs: [{ id: "n", kind: "DATA", description: "数据" }],
  });
  expect(inputOf(draftOf([{ id: "a", name: "甲" }], "合作"), "key")).toMatchObject({
    key: "key",
    members: [{ person: "a", stated: "合作" }],
  });
});
