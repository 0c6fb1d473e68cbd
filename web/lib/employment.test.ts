import { expect, it } from "vitest";
import { spanWords } from "./employment.ts";

it.each([
  [{ from: "1990", to: "1999" }, "span"],
  [{ from: "1990", to: "1990" }, "to"],
  [{ from: "1990", current: true }, "from"],
  [{ to: "1999" }, "to"],
  [{ asOf: "2020", current: false }, "asOf"],
  [{ current: true }, "current"],
  [{}, undefined],
])("%o", (dated, key) => expect(spanWords(dated)?.key).toBe(key));
