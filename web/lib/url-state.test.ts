import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapView, ScientistFilter, Tier } from "../gql/generated.ts";
import { ID_KEYS, isEverything, parseSelection, toggled, toSearch, travelling, withValues, writeSelection } from "./url-state.ts";

const ids = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{4,26}$/), { minLength: 1, maxLength: 4 });
const views: MapView[] = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];
const tiers: Tier[] = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];
const longitude = fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0);
const latitude = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0);
const year = fc.integer({ min: 1000, max: 2100 });
const area = fc.record({
  bounds: fc.record({ west: longitude, south: latitude, east: longitude, north: latitude }),
  boundsView: fc.constantFrom(...views),
});

const filter: fc.Arbitrary<ScientistFilter> = fc
  .tuple(
    fc.record(Object.fromEntries(ID_KEYS.map((key) => [key, ids])), { requiredKeys: [] }),
    fc.record(
      {
        tiers: fc.subarray(tiers, { minLength: 1 }),
        living: fc.boolean(),
        birthYears: fc.oneof(
          fc.record({ from: year, to: year }),
          fc.record({ from: year, to: fc.constant(null) }),
          fc.record({ from: fc.constant(null), to: year }),
        ),
        unlocatedIn: fc.constantFrom(...views),
        lasso: fc.array(fc.record({ longitude, latitude }), { minLength: 3, maxLength: 6 }),
      },
      { requiredKeys: [] },
    ),
    fc.option(area, { nil: {} }),
  )
  .map(([lists, rest, box]) => ({ ...lists, ...rest, ...box }));

/** −0 is written as 0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("selection in the address", () => {
  it("comes back as it was written, through a real address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), filter, (text, chosen) => {
        const selection = { query: text.trim(), filter: chosen };
        const address = new URL(`http://host/scientists${toSearch(writeSelection(selection))}`);
        expect(plain(parseSelection(address.searchParams))).toEqual(plain(selection));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what belongs to the page but not its position", () => {
    const written = writeSelection(
      { query: "量子", filter: { fields: ["A"] } },
      new URLSearchParams("q=old&fields=B&sort=-NAME&after=cursor&page=4&columns=name"),
    );
    expect(written.toString()).toBe(new URLSearchParams({ q: "量子", fields: "A", sort: "-NAME", columns: "name" }).toString());
  });

  it("takes the name of a box along with the box, and nowhere else", () => {
    const address = new URLSearchParams("q=量子&bounds=1,2,3,4&boundsView=WORKPLACE&spot=清华大学&view=birth");
    const { query, filter } = parseSelection(address);
    expect(writeSelection({ query, filter }, travelling(address)).get("spot")).toBe("清华大学");
    expect(travelling(address).has("view")).toBe(false);
    expect(writeSelection({ query, filter: {} }, address).has("spot")).toBe(false);
  });

  it("leaves out what cannot be understood", () => {
    const parsed = parseSelection(
      new URLSearchParams("tiers=TOP,NOBODY&living=maybe&born=19&bounds=1,2,x,4&lasso=1,2;3,4&unlocatedIn=MOON&boundsView=BIRTHPLACE"),
    );
    expect(parsed).toEqual({ query: "", filter: { tiers: ["TOP"] } });
  });

  it("adds and takes out one value, and drops an empty key", () => {
    const one = toggled({}, "employers", "A");
    expect(one).toEqual({ employers: ["A"] });
    expect(toggled(one, "employers", "B")).toEqual({ employers: ["A", "B"] });
    expect(toggled(one, "employers", "A")).toEqual({});
    expect(withValues({ tiers: ["TOP"] }, "tiers", ["YOUNG", "nonsense"])).toEqual({ tiers: ["YOUNG"] });
  });

  it("knows an empty selection", () => {
    expect(isEverything({ query: " ", filter: {} })).toBe(true);
    expect(isEverything({ query: "", filter: { living: false } })).toBe(false);
  });
});
