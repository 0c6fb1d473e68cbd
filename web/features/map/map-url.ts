import type { MapView, PlaceLevel } from "../../gql/generated.ts";
import type { Camera } from "./engine/map-types.ts";
import { cameraText, parseCamera } from "./viewport.ts";

/** What the map can show: one of the four places of a person, or moves between two of them. */
export type Display = MapView | "FLOWS";

/** The part of the address that belongs to the map alone; the selection is in the same address (lib/url-state.ts). */
export interface MapAddress {
  display: Display;
  /** Null: the whole world, fitted to the screen. */
  camera: Camera | null;
  /** The person whose way is drawn. */
  selected: string | null;
  /** Whether 川渝 is in focus: every county its own point. */
  focus: boolean;
  /** Where flows start and end, and at which level they are bundled. */
  from: MapView;
  to: MapView;
  level: PlaceLevel;
  /** Name of the pile whose box is in the filter. */
  spot: string | null;
  /** Panels folded away. */
  folded: readonly Panel[];
}

/** The panels beside the map. */
export type Panel = "filters" | "list";

const PANELS: readonly Panel[] = ["filters", "list"];

const VIEW_WORDS: Readonly<Record<Display, string>> = {
  WORKPLACE: "work",
  BIRTHPLACE: "birth",
  ANCESTRAL_HOME: "ancestral",
  ALMA_MATER: "school",
  FLOWS: "flows",
};
const LEVEL_WORDS: Readonly<Record<PlaceLevel, string>> = { COUNTRY: "country", PROVINCE: "province", CITY: "city", COUNTY: "county" };

/** The views in the order of the switch. */
export const VIEWS: readonly MapView[] = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];
/** The switch. */
export const DISPLAYS: readonly Display[] = [...VIEWS, "FLOWS"];
/** Levels that flows are bundled at. */
export const FLOW_LEVELS: readonly PlaceLevel[] = ["COUNTRY", "PROVINCE", "CITY"];

/** Names of the map's own parameters. */
const NAMES = ["view", "at", "selected", "focus", "from", "to", "level", "spot", "fold"] as const;

function displayOf(word: string | null): Display | undefined {
  return DISPLAYS.find((display) => VIEW_WORDS[display] === word);
}

function viewOf(word: string | null, otherwise: MapView): MapView {
  return VIEWS.find((view) => VIEW_WORDS[view] === word) ?? otherwise;
}

/** Reads the map's part of an address; what cannot be understood takes its usual value. */
export function parseMapAddress(params: URLSearchParams): MapAddress {
  return {
    display: displayOf(params.get("view")) ?? "WORKPLACE",
    camera: parseCamera(params.get("at")),
    selected: params.get("selected") || null,
    focus: params.get("focus") === "sichuan-chongqing",
    from: viewOf(params.get("from"), "BIRTHPLACE"),
    to: viewOf(params.get("to"), "WORKPLACE"),
    level: FLOW_LEVELS.find((level) => LEVEL_WORDS[level] === params.get("level")) ?? "PROVINCE",
    spot: (params.has("bounds") && params.get("spot")) || null,
    folded: PANELS.filter((panel) => (params.get("fold") ?? "").split(",").includes(panel)),
  };
}

/** Writes the map's part into an address whose other parameters stay; usual values are left out. */
export function writeMapAddress(address: MapAddress, keep: URLSearchParams): URLSearchParams {
  const result = new URLSearchParams(keep);
  for (const name of NAMES) result.delete(name);
  const set = (name: (typeof NAMES)[number], value: string | null): void => {
    if (value !== null) result.set(name, value);
  };
  set("view", address.display === "WORKPLACE" ? null : VIEW_WORDS[address.display]);
  if (address.display === "FLOWS") {
    set("from", address.from === "BIRTHPLACE" ? null : VIEW_WORDS[address.from]);
    set("to", address.to === "WORKPLACE" ? null : VIEW_WORDS[address.to]);
    set("level", address.level === "PROVINCE" ? null : LEVEL_WORDS[address.level]);
  }
  set("at", address.camera === null ? null : cameraText(address.camera));
  set("selected", address.selected);
  set("focus", address.focus ? "sichuan-chongqing" : null);
  set("spot", address.spot);
  set("fold", address.folded.length === 0 ? null : address.folded.join(","));
  return result;
}
