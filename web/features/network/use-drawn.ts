import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Tier } from "../../gql/generated.ts";
import { type Direction, directionsOver } from "../../lib/direction.ts";
import { nameOf } from "../../lib/format.ts";
import type { ColourBy, SizeBy } from "../../lib/network-view.ts";
import { readTokens } from "../../lib/tokens.ts";
import { useFields } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type ColourWords, degreesOf, legendOf, type Palette, radii, type ShownMeasure, typicalWord } from "./appearance.ts";
import { communitiesOf } from "./engine/communities.ts";
import type { DrawnEdge, DrawnNode } from "./engine/looks.ts";
import { type Person, shownName, workOf } from "./person.ts";
import { edgesOf, type Scene, type SceneEdge, visibleEdges, visibleIds } from "./scene.ts";

const NO_COMMUNITIES: ReadonlyMap<string, number> = new Map();
const KINDS = 10;

function readPalette(): Palette {
  const token = readTokens();
  return {
    kinds: Array.from({ length: KINDS }, (_, at) => token(`network-${at + 1}`)),
    other: token("network-other"),
    unknown: token("network-unknown"),
    directions: {
      information: token("direction-information"),
      life: token("direction-life"),
      matter: token("direction-matter"),
      space: token("direction-space"),
    },
    low: token("network-low"),
    high: token("network-high"),
  };
}

function weightOf({ works, strength }: SceneEdge): number {
  return 0.2 + 2 * strength + Math.log2(1 + works) / 2;
}

function useColourWords(people: ReadonlyMap<string, Person>): ColourWords {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const { data } = useFields();
  return useMemo(() => {
    const fieldOf = (direction: Direction) =>
      data?.fields.find((field) => field.scheme === "SCIENCE_DIRECTION" && WORDS[direction] === field.nameZh);
    return {
      unknown: t("look.unknown"),
      other: t("look.other"),
      direction: (direction) => nameOf(fieldOf(direction), language) || t(`direction.${direction}`),
      tier: (tier: Tier) => t(`tier.${tier}`),
      country: ({ country }) => nameOf(country, language) || t("look.unknown"),
      community: (n, typical) => (typical === null ? t("look.community", { n }) : t("look.communityOf", { n, typical })),
      years: (from, to) => (from === to ? String(from) : t("look.years", { from, to })),
      range: (from, to) => (from === to ? short(from) : `${short(from)}–${short(to)}`),
      typicalOf: (ids) => {
        const words = ids.map((id) => people.get(id)).flatMap((person) => (person === undefined ? [] : (workOf(person, language) ?? [])));
        return typicalWord(words, ids.length);
      },
    };
  }, [t, language, data, people]);
}

/** Official names of the four directions, by which their fields are recognised. */
const WORDS: Readonly<Record<Direction, string>> = { information: "信息科学", life: "生命科学", matter: "物质科学", space: "空天科学" };

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(2);
}

/** The first direction above fields; the same answer again for the same fields. */
function useDirectionOf(): (fields: readonly string[]) => Direction | null {
  const { data } = useFields();
  return useMemo(() => {
    const known = new Map<string, Direction | null>();
    return (fields) => {
      const key = fields.join();
      const before = known.get(key);
      if (before !== undefined) return before;
      const direction = directionsOver(data?.fields ?? [], fields)[0]?.direction ?? null;
      known.set(key, direction);
      return direction;
    };
  }, [data]);
}

interface Asked {
  readonly scene: Scene | null;
  readonly people: ReadonlyMap<string, Person>;
  readonly playing: readonly [number, number] | null;
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  readonly measure: ShownMeasure | null;
}

/** What of a scene is on the screen and how it looks: people, pairs, colours and sizes. */
export function useDrawn({ scene, people, playing, colourBy, sizeBy, measure }: Asked) {
  const language = useLanguage();
  const directionOf = useDirectionOf();
  const words = useColourWords(people);
  const palette = useMemo(readPalette, []);
  const { ids, edges } = useMemo(() => {
    if (scene === null) return { ids: [], edges: [] };
    const all = visibleEdges(scene, playing);
    const shown = visibleIds(scene, all);
    return { ids: shown, edges: edgesOf(all, shown) };
  }, [scene, playing]);
  const degrees = useMemo(() => degreesOf(edges), [edges]);
  const needsCommunities = colourBy === "community";
  const communities = useMemo(
    () =>
      needsCommunities
        ? communitiesOf(
            ids,
            edges.map((edge) => ({ ...edge, weight: weightOf(edge) })),
          )
        : NO_COMMUNITIES,
    [needsCommunities, ids, edges],
  );
  const legend = useMemo(() => {
    return legendOf(colourBy, { ids, people, edges, communities, directionOf, measure, palette, words });
  }, [colourBy, ids, people, edges, communities, directionOf, measure, palette, words]);
  const nodes = useMemo((): DrawnNode[] => {
    const colours = new Map(legend.flatMap((entry) => entry.ids.map((id) => [id, entry.colour] as const)));
    const sizes = radii(sizeBy, ids, degrees, measure);
    return ids.map((id) => {
      const person = people.get(id);
      return {
        id,
        label: person === undefined ? id : shownName(person, language),
        size: sizes.get(id) ?? 1,
        colour: colours.get(id) ?? palette.unknown,
        pinned: scene?.pinned[id] ?? null,
        near: scene?.broughtBy[id] ?? null,
      };
    });
  }, [legend, sizeBy, ids, degrees, measure, people, language, palette, scene]);
  const lines = useMemo(
    () =>
      edges.map(
        (edge): DrawnEdge => ({
          source: edge.source,
          target: edge.target,
          size: 0.6 + 2.2 * Math.sqrt(edge.strength),
          weight: weightOf(edge),
          weak: edge.weak,
        }),
      ),
    [edges],
  );
  return { edges, ids, degrees, legend, nodes, lines };
}
