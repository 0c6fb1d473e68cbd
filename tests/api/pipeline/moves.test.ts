import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { type DeskOffice, engagementOf, log, look, move, moves, openDesk, opened, type Seen, undo, worker } from "./desk.ts";

let desk: DeskOffice;
const REASON = "对方要求再等等";
const STAGES = ["LEAD", "CONTACT", "INTENT", "ASSESSMENT", "REVIEW", "SIGNING", "LANDED"];
const STATUSES = ["OPEN", "PAUSED", "STOPPED", "LANDED"];

beforeAll(async () => {
  desk = await openDesk(Array.from({ length: 40 }, (_, at) => worker(`m${at}`, `演示${at}`, "ror:1")));
});
afterAll(() => desk.close());

/** Moves on until a stage is reached. */
async function upTo(engagement: Seen, stage: string): Promise<Seen> {
  let now = engagement;
  while (now.stage.id !== stage) {
    const next = STAGES[STAGES.indexOf(now.stage.id) + 1];
    now = engagementOf(await move(desk.officer, { id: now.id, version: now.version, stage: next }));
  }
  return now;
}

describe("what may be moved", () => {
  const standings = [
    ["LEAD", null],
    ["INTENT", null],
    ["SIGNING", null],
    ["CONTACT", "PAUSED"],
    ["REVIEW", "STOPPED"],
    ["LANDED", null],
  ] as const;

  test.each(standings)(
    "in %s %s exactly the told moves are accepted, the others refused with a sentence and nothing changed",
    async (stage, status) => {
      const key = `m${standings.findIndex((each) => each[0] === stage)}`;
      let now = await upTo(await opened(desk.officer, key), stage);
      if (status !== null) now = engagementOf(await move(desk.officer, { id: now.id, version: now.version, status, reason: REASON }));
      const told = now.allowedMoves.map((each) => (each.stage === null ? `status ${each.status}` : `stage ${each.stage.id}`));
      const targets = [
        ...[...STAGES, "NOWHERE"].map((each) => ["stage", each] as const),
        ...STATUSES.map((each) => ["status", each] as const),
      ];
      for (const [kind, target] of targets) {
        const answer = await move(desk.officer, { id: now.id, version: now.version, [kind]: target, reason: REASON });
        if (!told.includes(`${kind} ${target}`)) {
          expect(answer).toMatchObject({ __typename: "InvalidInput", message: /^[^。]+。$/ });
          expect((await look(desk.officer, now.id))?.version).toBe(now.version);
          continue;
        }
        expect(answer.__typename).toBe("EngagementMoved");
        const [undone] = await undo(desk.officer, [answer.move?.id ?? ""]);
        expect(undone?.engagement).toMatchObject({ stage: { id: stage }, status: now.status, stageSince: now.stageSince });
        now = engagementOf(undone ?? answer);
      }
    },
  );

  test("reaching the last stage is landing; going back needs a reason and opens it again", async () => {
    const landed = await upTo(await opened(desk.officer, "m10"), "LANDED");
    expect(landed).toMatchObject({ status: "LANDED", idleDays: null });
    const without = await move(desk.officer, { id: landed.id, version: landed.version, stage: "SIGNING" });
    expect(without).toMatchObject({ __typename: "InvalidInput", field: "reason" });
    const back = await move(desk.officer, { id: landed.id, version: landed.version, stage: "SIGNING", reason: "合同未生效" });
    expect(back.engagement).toMatchObject({ status: "OPEN", stage: { id: "SIGNING" } });
  });
});

describe("versions", () => {
  test("of twenty who move at once one does, and nineteen are told how it is now", async () => {
    const first = await opened(desk.officer, "m11");
    const colleagues = [desk.officer, await desk.hire("OFFICER")];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => move(colleagues[at % 2] ?? desk.officer, { id: first.id, version: 1, stage: "CONTACT" })),
    );
    expect(answers.filter((each) => each.__typename === "EngagementMoved")).toHaveLength(1);
    const conflicts = answers.filter((each) => each.__typename === "EngagementConflict");
    expect(conflicts).toHaveLength(19);
    expect(conflicts.every((each) => each.engagement?.version === 2 && each.engagement.stage.id === "CONTACT")).toBe(true);
    expect((await look(desk.officer, first.id))?.version).toBe(2);
  });

  test("an unknown engagement is refused", async () => {
    expect(await move(desk.officer, { id: "x", version: 1, stage: "CONTACT" })).toMatchObject({ __typename: "InvalidInput", field: "id" });
  });
});

describe("several at once", () => {
  test("each is moved on its own, and all of them are taken back; the history keeps both", async () => {
    const five: Seen[] = [];
    for (let at = 12; at < 17; at += 1) five.push(await opened(desk.officer, `m${at}`));
    const inputs = five.map(({ id, version }) => ({ id, version, stage: "CONTACT" }));
    const answers = await moves(desk.officer, [
      ...inputs,
      { id: five[0]?.id, version: 99, stage: "CONTACT" },
      { id: "x", version: 1, stage: "CONTACT" },
    ]);
    expect(answers.map((each) => each.__typename)).toEqual([...Array(5).fill("EngagementMoved"), "EngagementConflict", "InvalidInput"]);
    expect(answers.slice(0, 5).map((each) => each.engagement?.id)).toEqual(five.map(({ id }) => id));
    const moveIds = answers.slice(0, 5).map((each) => each.move?.id ?? "");
    const undone = await undo(desk.officer, moveIds);
    expect(undone.map((each) => each.engagement?.stage.id)).toEqual(Array(5).fill("LEAD"));
    expect(undone.map((each) => each.move?.takesBack)).toEqual(moveIds);
    const text = `query ($id: ID!) { engagement(id: $id) { moves { id takesBack takenBack toStage { id } } } }`;
    const history = await desk.app.gql(text, { id: five[0]?.id });
    expect(history.data).toMatchObject({
      engagement: {
        moves: [
          { takesBack: moveIds[0], takenBack: false, toStage: { id: "LEAD" } },
          { id: moveIds[0], takenBack: true, toStage: { id: "CONTACT" } },
          { takesBack: null, takenBack: false, toStage: { id: "LEAD" } },
        ],
      },
    });
    const records = await latestAuditRecords(desk.driver, 5, "ENGAGEMENT");
    expect(records.every((each) => each.detail.what === "move taken back")).toBe(true);
  });

  test("more than a hundred are refused, one by one", async () => {
    const answers = await moves(
      desk.officer,
      Array.from({ length: 101 }, () => ({ id: "x", version: 1, stage: "CONTACT" })),
    );
    expect(answers).toHaveLength(101);
    expect(answers.every((each) => each.__typename === "InvalidInput" && each.field === "inputs")).toBe(true);
  });
});

describe("taking back", () => {
  async function moved(key: string): Promise<{ id: string; moveId: string }> {
    const first = await opened(desk.officer, key);
    const answer = await move(desk.officer, { id: first.id, version: 1, stage: "CONTACT" });
    return { id: first.id, moveId: answer.move?.id ?? "" };
  }

  test("not a move that something has followed", async () => {
    const { id, moveId } = await moved("m20");
    await log(desk.officer, { engagementId: id });
    expect(await undo(desk.officer, [moveId])).toMatchObject([{ __typename: "InvalidInput", message: /已有其他更改/ }]);
    expect((await look(desk.officer, id))?.stage.id).toBe("CONTACT");
  });

  test("not somebody else's, not twice, not the opening", async () => {
    const { moveId } = await moved("m21");
    expect(await undo(await desk.hire("OFFICER"), [moveId])).toMatchObject([{ __typename: "InvalidInput", message: /不是您做的/ }]);
    const [undone] = await undo(desk.officer, [moveId]);
    expect(undone?.__typename).toBe("EngagementMoved");
    expect(await undo(desk.officer, [moveId])).toMatchObject([{ __typename: "InvalidInput", message: /已有其他更改/ }]);
    expect(await undo(desk.officer, [undone?.move?.id ?? ""])).toMatchObject([{ __typename: "InvalidInput" }]);
    const text = "query ($id: ID!) { engagement(id: $id) { moves { id } } }";
    const history = await desk.app.gql(text, { id: (await opened(desk.officer, "m22")).id });
    const opening = JSON.stringify(history.data).match(/"moves":\[{"id":"(\w+)"/)?.[1] ?? "";
    expect(await undo(desk.officer, [opening])).toMatchObject([{ __typename: "InvalidInput", message: /立项不能撤销/ }]);
  });

  test("within ten minutes only", async () => {
    desk.at("2026-03-02T05:00:00Z");
    const early = await moved("m23");
    const late = await moved("m24");
    desk.at("2026-03-02T05:09:59Z");
    expect(await undo(desk.officer, [early.moveId])).toMatchObject([{ __typename: "EngagementMoved" }]);
    desk.at("2026-03-02T05:10:05Z");
    expect(await undo(desk.officer, [late.moveId])).toMatchObject([{ __typename: "InvalidInput", message: /十分钟/ }]);
  });
});
