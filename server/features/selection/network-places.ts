import type { NetworkPlaces, PlacedPerson } from "../../graphql/generated.ts";
import { viewPoints } from "./compile-filter.ts";
import type { PersonTable } from "./person-table.ts";
import { NONE } from "./reference-tables.ts";
import { levelOf, viewColumn } from "./view-points.ts";

/** People at one point, by the institution or place that put them there. */
interface Gathered {
  readonly point: number;
  readonly byCode: Map<number, PlacedPerson[]>;
}

function personOf(table: PersonTable, id: string, row: number): PlacedPerson {
  const { nameZh, nameEn } = table.namesOf(row);
  return { id, nameZh, nameEn };
}

/**
 * Where some people work, by the same points as the map of workplaces, those with most people first; each person once. Who has no point is told
 * apart from who is no scientist of ours, such as an author of imported works, who is only counted.
 */
export function networkPlacesOf(table: PersonTable, ids: readonly string[]): NetworkPlaces {
  const points = viewPoints(table.reference, "WORKPLACE");
  const codes = viewColumn(table, "WORKPLACE").data;
  const unlocated: PlacedPerson[] = [];
  const gathered = new Map<number, Gathered>();
  let others = 0;
  for (const id of new Set(ids)) {
    const row = table.rowOf(id);
    if (row < 0) {
      others += 1;
      continue;
    }
    const person = personOf(table, id, row);
    const code = codes[row] ?? 0;
    const point = points.point[code] ?? NONE;
    if (point < 0) {
      unlocated.push(person);
      continue;
    }
    const there = gathered.get(point) ?? { point, byCode: new Map<number, PlacedPerson[]>() };
    gathered.set(point, there);
    there.byCode.set(code, [...(there.byCode.get(code) ?? []), person]);
  }
  const { institutions, places } = table.reference.records;
  const found = [...gathered.values()].map(({ point, byCode }) => {
    const parts = [...byCode].sort(([, left], [, right]) => right.length - left.length);
    const [code, several] = [parts[0]?.[0] ?? 0, parts.length > 1];
    const [institution, place] = [institutions[code - 1], places[points.place[code] ?? NONE]];
    const [zh, en] = [institution?.nameZh ?? institution?.nameEn ?? "", institution?.nameEn ?? null];
    // Several institutions stand at one point where each is known no better than to its place, which then names them.
    const around = { zh: place === undefined ? "" : `${place.nameZh} · `, en: place?.nameEn ? `${place.nameEn} · ` : "" };
    return {
      id: `point:${point}`,
      label: several ? `${around.zh}${zh}等` : zh,
      labelEn: several && en !== null ? `${around.en}${en} and others` : en,
      longitude: points.longitude[point] ?? 0,
      latitude: points.latitude[point] ?? 0,
      precision: levelOf(Math.min(...parts.map(([each]) => points.precision[each] ?? 0))),
      people: parts.flatMap(([, people]) => people),
    };
  });
  return { places: found.sort((left, right) => right.people.length - left.people.length), unlocated, others };
}
