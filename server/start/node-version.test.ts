import { expect, test } from "vitest";
import { checkNode } from "./node-version.ts";

test("Node from 20.19 on is accepted, older ones are told so", () => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "25.1.0"]) expect(() => checkNode(version)).not.toThrow();
  for (const version of ["18.20.4", "20.18.3"]) expect(() => checkNode(version)).toThrow(/too old.*20\.19/);
});
