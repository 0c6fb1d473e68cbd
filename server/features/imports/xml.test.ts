import { expect, test } from "vitest";
import { childrenOf, parseXml, textAt } from "./xml.ts";

test("text keeps its order and loses its marks; references are read, name spaces dropped", () => {
  const root = parseXml(`<a:paper id="1&amp;2"><t>A <i>B</i>&amp;C &#233;&#x4E2D; &lt;x&gt;</t><e/><e>2</e></a:paper>`);
  expect([root.name, root.attributes.get("id"), textAt(root, "t")]).toEqual(["paper", "1&2", "A B&C é中 <x>"]);
  expect(childrenOf(root, "e").map((child) => textAt(child))).toEqual([undefined, "2"]);
  expect(textAt(root, "t", "none")).toBeUndefined();
});

test("what is not well formed, or uses an entity of its own, is refused", () => {
  for (const text of ["<a><b></a>", "<a>&mine;</a>", "", "<a><__proto__>x</__proto__></a>"])
    expect(() => parseXml(text), text).toThrow(
      expect.objectContaining({ name: "Error", fault: expect.objectContaining({ code: "BROKEN_XML" }) }),
    );
});
