import { describe, expect, it } from "vitest";
import type { Map_PersonPartsFragment } from "../../gql/generated.ts";
import { mercatorLatitude, mercatorY } from "./engine/arc-geometry.ts";
import { flowEndsGeoJson, isHollow, nameOnMap, pointsGeoJson, stopsGeoJson } from "./engine/feature-geojson.ts";
import type { MapPoint } from "./engine/map-types.ts";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import { boxFits, featureHolding, namedByPlace, personWay, scaleTotal, standing, withBox, withoutArea } from "./map-model.ts";
import { parseMapAddress, writeMapAddress } from "./map-url.ts";
import { landPath, project, sketchFor } from "./mini-map-geometry.ts";
import { boxAround, overlaps, SICHUAN_CHONGQING, worldCamera } from "./places-in-view.ts";
import { nextStop, stopFor } from "./sheet-stops.ts";
import { cameraText, expectedSize, frameFor, inBox, parseCamera, visibleFrom } from "./viewport.ts";
import { decadesFrom, handlesFor, shareInside, spanOf, yearsFor } from "./year-histogram.ts";

const pile: MapPoint = {
  id: "p",
  kind: "PILE",
  label: "清华大学",
  labelEn: "Tsinghua University",
  count: 62,
  precision: "COUNTY",
  longitude: 116.3,
  latitude: 40,
  bounds: null,
};

function paths(value: object, before = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" ? paths(inner, `${before}${key}.`) : [`${before}${key}`],
  );
}

describe("address", () => {
  it("reads back what it writes, and leaves usual values out", () => {
    const params = new URLSearchParams(
      "view=flows&from=school&level=city&at=30.6000,104.1000,6.2&selected=X&focus=sichuan-chongqing&fold=list&bounds=1,2,3,4&spot=a",
    );
    const address = parseMapAddress(params);
    expect(address).toMatchObject({
      display: "FLOWS",
      from: "ALMA_MATER",
      to: "WORKPLACE",
      level: "CITY",
      selected: "X",
      focus: true,
      folded: ["list"],
      spot: "a",
    });
    expect(parseMapAddress(writeMapAddress(address, params))).toEqual(address);
    expect(writeMapAddress(parseMapAddress(new URLSearchParams()), new URLSearchParams("q=a")).toString()).toBe("q=a");
  });
  it("forgets the name of a pile once its box is gone", () => {
    expect(parseMapAddress(new URLSearchParams("spot=a")).spot).toBeNull();
  });
  it("takes only a real camera", () => {
    expect(parseCamera(cameraText({ latitude: 30.6, longitude: 104.1, zoom: 7 }))).toEqual({ latitude: 30.6, longitude: 104.1, zoom: 7 });
    for (const text of [null, "", "1,2", "a,b,c", "91,0,3", "0,200,3", "1,,3", "1,2,3,4"])
      expect(parseCamera(text), String(text)).toBeNull();
  });
});

describe("frames", () => {
  it("hold all that is visible and stay while the map moves a little", () => {
    const visible = { west: 100, south: 25, east: 112, north: 35 };
    const frame = frameFor(visible, 6.3);
    expect(frame.zoom).toBe(6);
    expect(
      frame.bounds !== null &&
        inBox({ longitude: 100, latitude: 25 }, frame.bounds) &&
        inBox({ longitude: 112, latitude: 35 }, frame.bounds),
    ).toBe(true);
    expect(frameFor({ west: 100.1, south: 25.1, east: 112.1, north: 35.1 }, 6.35)).toEqual(frame);
  });
  it("are foreseen from the window, so that points are asked for once only", () => {
    const size = expectedSize(1440, 900, false, []);
    expect(size).toEqual({ width: 736, height: 844 });
    expect(expectedSize(1100, 800, false, ["list"])).toEqual({ width: 796, height: 744 });
    expect(expectedSize(375, 812, true, ["list"])).toEqual({ width: 375, height: 700 });
    const seen = visibleFrom({ longitude: 112, latitude: 33, zoom: 5 }, size);
    expect(seen.west).toBeCloseTo(103.914, 2);
    expect(seen.east).toBeCloseTo(120.086, 2);
    expect(seen.north).toBeCloseTo(40.422, 2);
    expect(seen.south).toBeCloseTo(24.898, 2);
  });
  it("are written alike on both sides of the equator", () => {
    expect(cameraText({ latitude: -1e-9, longitude: 141, zoom: 0.72 })).toBe("0.00,141.00,0.7");
  });
  it("wrap at the 180th meridian and give up on bounds for the whole world", () => {
    const { bounds } = frameFor({ west: 170, south: 0, east: 200, north: 20 }, 4);
    expect(bounds !== null && bounds.west > bounds.east && inBox({ longitude: -175, latitude: 10 }, bounds)).toBe(true);
    expect(frameFor({ west: -200, south: -80, east: 200, north: 80 }, 1).bounds).toBeNull();
  });
  it("find the box around points the short way", () => {
    expect(
      boxAround([
        { longitude: 170, latitude: 1 },
        { longitude: -170, latitude: 5 },
      ]),
    ).toEqual({ west: 170, east: 190, south: 1, north: 5 });
    expect(overlaps({ west: 463, east: 465, south: 29, north: 31 }, SICHUAN_CHONGQING)).toBe(true);
    expect(overlaps({ west: -80, east: -70, south: 29, north: 31 }, SICHUAN_CHONGQING)).toBe(false);
  });
  it("of the world show nothing beyond its ends, and little of Antarctica where the map is wide enough", () => {
    expect(worldCamera({ width: 375, height: 600, flowing: false }).longitude).toBe(105);
    expect(worldCamera({ width: 736, height: 844, flowing: true }).longitude).toBe(20);
    const ends = (size: { width: number; height: number }): { top: number; bottom: number } => {
      const { latitude, zoom } = worldCamera({ ...size, flowing: false });
      const half = (size.height / (512 * 2 ** zoom)) * 180;
      return { top: mercatorLatitude(mercatorY(latitude) + half), bottom: mercatorLatitude(mercatorY(latitude) - half) };
    };
    for (const size of [
      { width: 736, height: 844 },
      { width: 1216, height: 1024 },
      { width: 662, height: 712 },
      { width: 3136, height: 1400 },
      { width: 500, height: 1400 },
    ]) {
      expect(ends(size).top, JSON.stringify(size)).toBeLessThan(85.052);
      expect(ends(size).bottom, JSON.stringify(size)).toBeGreaterThan(-85.052);
      expect(ends(size).bottom, JSON.stringify(size)).toBeLessThan(-40);
    }
    const wall = ends({ width: 1216, height: 1024 });
    expect(wall.bottom).toBeGreaterThan(-82);
    expect(wall.bottom).toBeLessThan(-57);
  });
});

describe("years", () => {
  const decades = decadesFrom([
    { id: "1960", count: 3 },
    { id: "1930", count: 2 },
    { id: "other", count: 9 },
  ]);
  it("fill the decades between", () => {
    expect(decades.map((decade) => decade.count)).toEqual([2, 0, 0, 3]);
    expect(spanOf(decades)).toEqual([1930, 1969]);
    expect(spanOf([])).toBeNull();
  });
  it("are open where a handle stands at the end", () => {
    expect(yearsFor([1930, 1969], [1930, 1969])).toBeNull();
    expect(yearsFor([1930, 1950], [1930, 1969])).toEqual({ from: null, to: 1950 });
    expect(handlesFor({ from: 1900, to: 1950 }, [1930, 1969])).toEqual([1930, 1950]);
    expect(shareInside({ start: 1950, count: 1 }, [1955, 1999])).toBe(0.5);
  });
});

describe("drawing", () => {
  it("makes hollow only single places known to the province", () => {
    expect(isHollow({ kind: "PILE", precision: "PROVINCE" })).toBe(true);
    expect(isHollow({ kind: "CLUSTER", precision: "PROVINCE" })).toBe(false);
    expect(isHollow({ kind: "PERSON", precision: "CITY" })).toBe(false);
  });
  it("shortens names that would not fit on the map, Han characters taking the room of two letters", () => {
    expect(nameOnMap("清华大学")).toBe("清华大学");
    expect(nameOnMap("中国科学院重庆绿色智能技术研究院与重庆大学联合创新实验中心")).toBe("中国科学院重庆绿色智能技术研究院与重庆大…");
    expect(nameOnMap("Massachusetts Institute of Technology")).toBe("Massachusetts Institute of Technology");
    expect(nameOnMap("University of California Lawrence Berkeley Laboratory")).toBe("University of California Lawrence Berkel…");
  });
  it("names and numbers points in the viewer's language", () => {
    const { features } = pointsGeoJson([pile], { located: 100, english: true, countOnes: false, formatCount: String });
    expect(features[0]?.properties).toMatchObject({ name: "Tsinghua University", text: "62", kind: "PILE", hollow: false });
  });
  it("counts single people, names only 四川 and 重庆 and lets them alone set the scale while those are in focus", () => {
    const place = { id: "a", nameZh: "安岳县", nameEn: "Anyue", level: "COUNTY" as const, code: "512021", validTo: null };
    const places = [place, { ...place, id: "x", nameZh: "西安市", nameEn: "Xi’an", code: "610100" }].map((one) => ({
      ...one,
      longitude: 105,
      latitude: 30,
    }));
    const one: MapPoint = { ...pile, kind: "PERSON", label: "甲", count: 1 };
    const points = namedByPlace(
      [
        { ...one, sharedId: "a" },
        { ...one, id: "q", kind: "PILE", count: 50, sharedId: "x" },
      ],
      places,
    );
    const { features } = pointsGeoJson(points, { located: 4, english: false, countOnes: true, formatCount: String });
    expect(features.map((feature) => feature.properties)).toMatchObject([
      { name: "安岳县", text: "1", faint: false },
      { name: "", text: "50", faint: true },
    ]);
    expect(scaleTotal(points, 1000, true)).toBe(4);
  });
  it("rings those who stayed, and joins the labels of stops at one place", () => {
    const here = { longitude: 1, latitude: 2 };
    expect(flowEndsGeoJson([{ id: "a>a", from: here, to: here, count: 7 }], String).features[0]?.properties).toMatchObject({
      staying: true,
      text: "7",
    });
    expect(
      stopsGeoJson([
        { ...here, label: "学习 甲" },
        { ...here, label: "工作 乙" },
      ]).features,
    ).toHaveLength(1);
  });
});

describe("people", () => {
  const place = { id: "c", nameZh: "成都市", nameEn: "Chengdu", level: "CITY" as const, longitude: 104.07, latitude: 30.57 };
  const university = {
    id: "u",
    nameZh: "清华大学",
    nameEn: "Tsinghua University",
    longitude: 116.33,
    latitude: 40,
    place: { ...place, id: "b", nameZh: "北京市", level: "PROVINCE" as const },
  };
  const person: Map_PersonPartsFragment = {
    id: "x",
    nameZh: "甲",
    nameEn: null,
    specialty: null,
    sichuanChongqingTies: [],
    fields: [],
    birthPlace: place,
    ancestralHome: { ...place, nameZh: "四川省", level: "PROVINCE" },
    education: [{ stated: "清华大学", institution: university }],
    latestEmployment: null,
  };
  it("stand at their place, with its precision, and nowhere when it is a province", () => {
    expect(standing(person, "BIRTHPLACE", "zh")).toEqual({ text: "成都市", level: "CITY", point: { longitude: 104.07, latitude: 30.57 } });
    expect(standing(person, "ANCESTRAL_HOME", "zh").point).toBeNull();
    expect(standing(person, "ALMA_MATER", "zh")).toMatchObject({ level: null, point: { longitude: 116.33, latitude: 40 } });
    expect(standing(person, "WORKPLACE", "zh")).toEqual({ text: "", level: null, point: null });
  });
  it("have a way of the stops that are known", () => {
    const way = personWay(person, "en", (kind) => kind);
    expect(way.stops.map((stop) => stop.label)).toEqual(["birth Chengdu", "study Tsinghua University"]);
    expect(way.legs).toHaveLength(1);
  });
  it("are found in the nearest circle whose box holds them", () => {
    const cluster: MapPoint = {
      ...pile,
      id: "c",
      kind: "CLUSTER",
      longitude: 110,
      latitude: 35,
      bounds: { west: 100, south: 25, east: 120, north: 42 },
    };
    expect(featureHolding([cluster, pile], { longitude: 116.3, latitude: 40 })?.id).toBe("p");
    expect(featureHolding([cluster, pile], { longitude: 101, latitude: 26 })?.id).toBe("c");
    expect(featureHolding([cluster, pile], { longitude: 0, latitude: 0 })).toBeNull();
  });
});

describe("areas in the filter", () => {
  const line = [
    { longitude: 0, latitude: 0 },
    { longitude: 1, latitude: 0 },
    { longitude: 1, latitude: 1 },
  ];
  const box = { west: 1, south: 2, east: 3, north: 4 };
  it("keep a lasso of the same view and drop one of another", () => {
    expect(withBox({ lasso: line, boundsView: "WORKPLACE" }, box, "WORKPLACE").lasso).toEqual(line);
    expect(withBox({ lasso: line, boundsView: "BIRTHPLACE" }, box, "WORKPLACE").lasso).toBeUndefined();
    expect(boxFits({ lasso: line, boundsView: "BIRTHPLACE" }, "WORKPLACE")).toBe(false);
    expect(boxFits({}, "WORKPLACE")).toBe(true);
  });
  it("come off as one", () => {
    expect(withoutArea({ bounds: box, boundsView: "WORKPLACE", fields: ["f"] })).toEqual({ fields: ["f"] });
    expect(withoutArea({ fields: ["f"] })).toBeNull();
  });
});

describe("sheet and sketch", () => {
  it("rest at three heights", () => {
    expect([0.1, 0.5, 0.9].map(stopFor)).toEqual(["peek", "half", "full"]);
    expect(nextStop(nextStop(nextStop("peek")))).toBe("peek");
  });
  it("frame all points and the land around them", () => {
    const points = [
      { longitude: 170, latitude: 35 },
      { longitude: -120, latitude: 40 },
    ];
    const sketch = sketchFor(points, 1.6);
    for (const point of points) {
      const at = project(point, sketch.middle);
      expect(at.x > sketch.x && at.x < sketch.x + sketch.width && at.y > sketch.y && at.y < sketch.y + sketch.height).toBe(true);
    }
    const square = [
      [-130, 30],
      [-110, 30],
      [-110, 50],
      [-130, 50],
      [-130, 30],
    ];
    const land = {
      areas: {
        type: "FeatureCollection" as const,
        features: [{ type: "Feature" as const, properties: {}, geometry: { type: "Polygon" as const, coordinates: [square] } }],
      },
      coast: { type: "Feature" as const, properties: {}, geometry: { type: "MultiLineString" as const, coordinates: [] } },
    };
    expect(landPath(land, sketch)).toContain("M230");
  });
});

it("says the same things in both languages", () => {
  expect(paths(en)).toEqual(paths(zh));
});
