import { expect, test } from "vitest";
import type { FieldScheme } from "../../graphql/generated.ts";
import { broaderFirst } from "./broader-first.ts";
import type { FieldModel } from "./scientists.types.ts";

function field(id: string, scheme: FieldScheme, broaderIds: string[] = []): FieldModel {
  return { id, scheme, broaderIds, nameZh: id, nameEn: id, synonyms: [] };
}

test("schemes come in their order, and a broader topic before a narrower one", () => {
  const fields = [field("narrow", "TOPIC", ["wide", "ai"]), field("wide", "TOPIC"), field("ai", "KEY_TECHNOLOGY")];
  expect(broaderFirst(fields, ["KEY_TECHNOLOGY", "TOPIC"]).map(({ id }) => id)).toEqual(["ai", "wide", "narrow"]);
});

test("a circle ends", () => {
  const fields = [field("a", "TOPIC", ["b"]), field("b", "TOPIC", ["a"])];
  expect(broaderFirst(fields, ["TOPIC"]).map(({ id }) => id)).toEqual(["b", "a"]);
});
