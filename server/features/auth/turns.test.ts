import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("work of one key runs one after another, past failures, and of other keys at once", async () => {
  const turns = new Turns();
  const log: string[] = [];
  const gates: (() => void)[] = [];
  const work = (name: string) => async (): Promise<string> => {
    log.push(`${name} begins`);
    await new Promise<void>((done) => gates.push(done));
    log.push(`${name} ends`);
    if (name === "a1") throw new Error(name);
    return name;
  };
  const first = turns.take("a", work("a1"));
  const second = turns.take("a", work("a2"));
  const other = turns.take("b", work("b1"));
  await Promise.resolve();
  expect(log).toEqual(["a1 begins", "b1 begins"]);
  for (const open of gates.splice(0)) open();
  await expect(first).rejects.toThrow("a1");
  expect(await other).toBe("b1");
  await expect.poll(() => gates.length).toBe(1);
  gates[0]?.();
  expect(await second).toBe("a2");
  expect(log).toEqual(["a1 begins", "b1 begins", "a1 ends", "b1 ends", "a2 begins", "a2 ends"]);
});
