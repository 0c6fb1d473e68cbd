import type { ChannelStatistics, OwnerStatistics, PipelineStatistics } from "../../graphql/generated.ts";
import { type AgedEngagement, countByStage, matches } from "./engagement-list.ts";
import { CHANNELS } from "./engagements.repository.ts";
import type { KnownSettings } from "./settings.ts";

function isOf(status: string) {
  return ({ engagement }: AgedEngagement): boolean => engagement.status === status;
}

function isGoingOn({ engagement }: AgedEngagement): boolean {
  return engagement.status === "OPEN" || engagement.status === "PAUSED";
}

function byChannel(all: readonly AgedEngagement[], settings: KnownSettings): ChannelStatistics[] {
  return CHANNELS.map((channel) => {
    const opened = all.filter((each) => each.engagement.channel === channel);
    return {
      channel,
      opened: opened.length,
      byStage: countByStage(opened.filter(isGoingOn), settings),
      landed: opened.filter(isOf("LANDED")).length,
      stopped: opened.filter(isOf("STOPPED")).length,
    };
  });
}

function byOwner(all: readonly AgedEngagement[], today: string): OwnerStatistics[] {
  const names = new Map(all.map(({ engagement }) => [engagement.ownerId, engagement.ownerName]));
  return [...names]
    .map(([id, name]) => {
      const own = all.filter(({ engagement }) => engagement.ownerId === id);
      const open = own.filter(isOf("OPEN"));
      return {
        owner: { id, name },
        open: open.length,
        overLimit: open.filter((each) => matches({ ageing: ["OVER_LIMIT"] }, each, today)).length,
        withoutStep: open.filter((each) => matches({ nextStep: "WANTING" }, each, today)).length,
        landed: own.filter(isOf("LANDED")).length,
      };
    })
    .sort((left, right) => right.open - left.open || (left.owner.name < right.owner.name ? -1 : 1));
}

/**
 * Figures of the engagements opened in a time. Each is the length of a list: those of an officer are of the status OPEN with the same
 * conditions, so a list that is opened from a figure has as many.
 */
export function statisticsOf(
  all: readonly AgedEngagement[],
  settings: KnownSettings,
  time: { readonly from: string | null; readonly to: string | null },
  today: string,
): PipelineStatistics {
  const demoCount = all.filter(({ engagement }) => engagement.demo).length;
  return { ...time, total: all.length, demoCount, byChannel: byChannel(all, settings), byOwner: byOwner(all, today) };
}
