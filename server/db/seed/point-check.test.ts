import { describe, expect, it } from "vitest";
import { readSeeds, SEED_FILES } from "../../../seeds/index.ts";
import { checkPoint, distanceKm, MAX_KM_FROM_CITY } from "./point-check.ts";

const XINXIANG = { longitude: 113.926763, latitude: 35.303704 };

describe("checkPoint", () => {
  it("refuses the ROR point of 河南工学院 (024f5m737), which lies in 重庆", () => {
    const verdict = checkPoint({
      institutionPoint: { latitude: 30.49999, longitude: 108.27278 },
      cityPoint: XINXIANG,
      nearbyPlaces: [
        { name: "新乡市", point: XINXIANG },
        { name: "忠县", point: { longitude: 108.039002, latitude: 30.299559 } },
      ],
    });
    expect(verdict).toMatchObject({ accepted: false, reason: "FAR_FROM_CITY", nearest: "忠县" });
    expect(verdict.km).toBeGreaterThan(700);
  });

  it("accepts a campus outside the centre and refuses it just past the limit", () => {
    const north = (km: number) => ({ ...XINXIANG, latitude: XINXIANG.latitude + km / 111.195 });
    expect(checkPoint({ institutionPoint: north(MAX_KM_FROM_CITY - 1), cityPoint: XINXIANG }).accepted).toBe(true);
    expect(checkPoint({ institutionPoint: north(MAX_KM_FROM_CITY + 1), cityPoint: XINXIANG }).accepted).toBe(false);
  });

  it("refuses the null island and numbers that are no coordinates", () => {
    for (const institutionPoint of [
      { longitude: 0, latitude: 0 },
      { longitude: 35, latitude: 113 },
    ]) {
      expect(checkPoint({ institutionPoint, cityPoint: XINXIANG })).toMatchObject({ accepted: false, reason: "NOT_A_COORDINATE" });
    }
  });

  it("measures across the antimeridian the short way", () => {
    expect(distanceKm({ longitude: 179.9, latitude: 0 }, { longitude: -179.9, latitude: 0 })).toBeCloseTo(22.24, 1);
  });

  it("finds no institution of the seeds away from the city it names", () => {
    const { institutions, places } = readSeeds();
    const pointOf = new Map(
      places.flatMap(({ key, level, longitude, latitude }) =>
        level === "COUNTRY" || longitude === undefined || latitude === undefined ? [] : [[key, { longitude, latitude }] as const],
      ),
    );
    const checked = institutions.flatMap(({ key, place, longitude, latitude }) => {
      const cityPoint = pointOf.get(place ?? "");
      return longitude === undefined || latitude === undefined || !cityPoint
        ? []
        : [{ key, verdict: checkPoint({ institutionPoint: { longitude, latitude }, cityPoint }) }];
    });
    expect(checked.length, SEED_FILES.institutions.join()).toBeGreaterThan(400);
    expect(checked.filter(({ verdict }) => !verdict.accepted)).toEqual([]);
  });
});
