import { z } from "zod";

/** People and pairs that one view can hold. */
const MOST = { people: 10_000, links: 50_000, listed: 10_000 } as const;
/** Bytes of the JSON text of a view. */
export const VIEW_MAX_BYTES = 2 * 1024 * 1024;

const id = z.string().min(1).max(128);
const ids = z.array(id).max(MOST.listed);
const index = z
  .int()
  .min(0)
  .max(MOST.people - 1);
const numbers = z.array(z.number()).max(MOST.people);
const years = z.array(z.int().min(0).max(9999)).max(MOST.links);

const start = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("people"), ids }),
  z.strictObject({ kind: z.literal("institution"), id }),
  z.strictObject({ kind: z.literal("field"), id }),
  z.strictObject({ kind: z.literal("team"), id }),
  z.strictObject({ kind: z.literal("search"), query: z.string().max(400).optional(), filter: z.record(z.string(), z.json()).optional() }),
]);

/**
 * A view as it is kept and sent: people and pairs in columns, a pair by the positions of its two people, so that ten thousand people fit.
 * It holds ids and no names. What the web makes of it is in web/features/analyses/packed-view.ts.
 */
const packedView = z
  .strictObject({
    version: z.literal(1),
    start,
    filters: z.record(z.string(), z.json()),
    people: ids,
    x: numbers,
    y: numbers,
    /** Positions of people who are pinned. */
    pinned: z.array(index).max(MOST.people),
    source: z.array(index).max(MOST.links),
    target: z.array(index).max(MOST.links),
    works: z.array(z.int().min(0)).max(MOST.links),
    strength: z.array(z.number().min(0).max(1)).max(MOST.links),
    /** Kinds of link of a pair as a sum of powers of two. */
    links: z.array(z.int().min(0).max(255)).max(MOST.links),
    /** 0 where no year is known. */
    firstYear: years,
    lastYear: years,
    expanded: ids,
    hidden: ids,
    colourBy: z.string().max(40),
    sizeBy: z.string().max(40),
    measureId: id.optional(),
    selected: id.optional(),
    notes: z.string().max(20_000),
    dataDate: z.iso.datetime(),
  })
  .refine(
    ({ people, x, y, pinned, source, target, works, strength, links, firstYear, lastYear }) =>
      [x, y].every((column) => column.length === people.length) &&
      [target, works, strength, links, firstYear, lastYear].every((column) => column.length === source.length) &&
      [...pinned, ...source, ...target].every((position) => position < people.length),
  );

/** A view as it is kept. */
export type StoredView = z.infer<typeof packedView>;

/** A view that was sent; null when it is none. */
export function readView(value: unknown): StoredView | null {
  const read = packedView.safeParse(value);
  return read.success ? read.data : null;
}

/** Everybody whom a view names. */
export function peopleOf({ people, expanded, hidden, selected, start: from }: StoredView): string[] {
  const named = [...people, ...expanded, ...hidden, ...(from.kind === "people" ? from.ids : [])];
  return [...new Set(selected === undefined ? named : [...named, selected])];
}

/** The view of those who are there; everybody else is gone from it, with their pairs and every mention. */
export function viewOf(view: StoredView, there: ReadonlySet<string>): StoredView {
  const stays = (each: string): boolean => there.has(each);
  const kept = view.people.map((each, at) => (stays(each) ? at : -1)).filter((at) => at >= 0);
  const positions = new Map(kept.map((at, now) => [at, now]));
  const pairs = view.source.flatMap((from, at) => {
    const [source, target] = [positions.get(from), positions.get(view.target[at] ?? -1)];
    return source === undefined || target === undefined ? [] : [{ at, source, target }];
  });
  const ofPeople = <T>(column: readonly T[]): T[] => column.filter((_value, at) => positions.has(at));
  const left = new Set(pairs.map(({ at }) => at));
  const ofPairs = <T>(column: readonly T[]): T[] => column.filter((_value, at) => left.has(at));
  const { selected, ...rest } = view;
  return {
    ...rest,
    start: view.start.kind === "people" ? { kind: "people", ids: view.start.ids.filter(stays) } : view.start,
    people: view.people.filter(stays),
    x: ofPeople(view.x),
    y: ofPeople(view.y),
    pinned: view.pinned.flatMap((at) => positions.get(at) ?? []),
    source: pairs.map(({ source }) => source),
    target: pairs.map(({ target }) => target),
    works: ofPairs(view.works),
    strength: ofPairs(view.strength),
    links: ofPairs(view.links),
    firstYear: ofPairs(view.firstYear),
    lastYear: ofPairs(view.lastYear),
    expanded: view.expanded.filter(stays),
    hidden: view.hidden.filter(stays),
    ...(selected !== undefined && stays(selected) ? { selected } : {}),
  };
}
