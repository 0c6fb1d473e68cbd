import type { InstitutionRow, PlaceRow } from "../../../seeds/rows.ts";
import { AppError } from "../../shared/errors.ts";
import { checkPoint, type LonLat } from "./point-check.ts";
import type { ReferenceRows } from "./seed.types.ts";

/** An institution's point is no coordinate, or lies far from the city that its row names. Code `IMPORT_WRONG_POINT`. */
export class WrongPointError extends AppError {
  constructor(key: string, km: number) {
    const zh = Number.isNaN(km) ? "不是有效坐标" : `距其所在城市约 ${Math.round(km)} 公里`;
    const en = Number.isNaN(km) ? "is no coordinate" : `lies about ${Math.round(km)} km from the city it names`;
    super(
      "IMPORT_WRONG_POINT",
      `机构“${key}”的位置${zh}，请改正或删去该坐标后再导入。`,
      `The point of the institution "${key}" ${en}; correct it or leave it out, then import again.`,
    );
  }
}

function pointOf({ longitude, latitude }: PlaceRow | InstitutionRow): LonLat | null {
  return longitude === undefined || latitude === undefined ? null : { longitude, latitude };
}

/**
 * Refuses rows of institutions whose point cannot be right. Distance is judged against places of the same import that are a city or county
 * with a point: the middle of a province or country says nothing about where an institution is.
 * @throws WrongPointError naming the first such institution
 */
export function refuseWrongPoints({ places = [], institutions = [] }: ReferenceRows): void {
  const cities = new Map(places.filter(({ level }) => level === "CITY" || level === "COUNTY").map((row) => [row.key, pointOf(row)]));
  for (const row of institutions) {
    const institutionPoint = pointOf(row);
    if (institutionPoint === null) continue;
    const verdict = checkPoint({ institutionPoint, cityPoint: cities.get(row.place ?? "") ?? institutionPoint });
    if (!verdict.accepted) throw new WrongPointError(row.key, verdict.km);
  }
}
