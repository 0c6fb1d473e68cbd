import { describe, expect, it } from "vitest";
import { isNameless, nameSortKey } from "./sort-key.ts";

function inOrder(names: ReadonlyArray<readonly [nameZh: string | null, nameEn: string | null]>): string[] {
  const keyed = names.map(([zh, en]) => ({ name: zh ?? en ?? "", key: nameSortKey(zh, en) }));
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((word, index) => word - (b[index] ?? 0)).find((each) => each !== 0) ?? 0;
  return keyed.sort((a, b) => compare(a.key, b.key)).map((each) => each.name);
}

describe("the key of a name", () => {
  it("reads surnames as surnames: 曾 zēng, 单 shàn, 仇 qiú, 查 zhā, 尉迟 yùchí, 区 ōu", () => {
    const names = ["曾一", "单一", "仇一", "查一", "尉迟一", "区一", "王一", "欧阳一"];
    expect(inOrder(names.map((name) => [name, null] as const))).toEqual([
      "欧阳一",
      "区一",
      "仇一",
      "单一",
      "王一",
      "尉迟一",
      "曾一",
      "查一",
    ]);
  });

  it("puts a space before letters, so a short surname comes before a longer one that begins with it", () => {
    expect(
      inOrder([
        ["方安", null],
        ["范安", null],
        ["樊宇", null],
        ["法正", null],
      ]),
    ).toEqual(["法正", "范安", "樊宇", "方安"]);
  });

  it("orders Latin names without case and marks", () => {
    expect(
      inOrder([
        [null, "Émile Zola"],
        [null, "emil Adam"],
        [null, "Łukasz"],
        [null, "Lena"],
        [null, "Ångström"],
      ]),
    ).toEqual(["Ångström", "emil Adam", "Émile Zola", "Lena", "Łukasz"]);
  });

  it("takes the Chinese name where there are two, and says when there is none", () => {
    expect(nameSortKey("王伟", "Aaron Wang")).toEqual(nameSortKey("王伟", null));
    expect(isNameless(nameSortKey(null, null)[0])).toBe(true);
    expect(isNameless(nameSortKey(null, "zzzzzz")[0])).toBe(false);
  });
});
