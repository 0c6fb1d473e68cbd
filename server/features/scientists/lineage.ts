import type DataLoader from "dataloader";
import type { PlaceModel } from "./scientists.types.ts";

/** What is there of the answers of a loader. */
export function present<T>(items: ReadonlyArray<T | null | Error>): T[] {
  return items.flatMap((item) => (item === null || item instanceof Error ? [] : [item]));
}

/** A place, what it lies within, nearest first, and then the same of the place that succeeded it; empty when the place is unknown. */
export async function lineage(placeId: string | null, places: DataLoader<string, PlaceModel | null>): Promise<PlaceModel[]> {
  const found = new Map<string, PlaceModel>();
  for (let at = placeId; at !== null && !found.has(at); ) {
    const place: PlaceModel | null = await places.load(at);
    if (place === null) break;
    for (const around of [place, ...present(await places.loadMany(place.withinIds))]) {
      if (!found.has(around.id)) found.set(around.id, around);
    }
    at = place.succeededById;
  }
  return [...found.values()];
}
