import type { EngagementFilter } from "../../gql/generated.ts";

/** Stages that are shown: those asked for, in their order; all when none is. */
export function shownStages<Stage extends { readonly id: string }>(stages: readonly Stage[], filter: EngagementFilter): readonly Stage[] {
  const wanted = filter.stages;
  return wanted && wanted.length > 0 ? stages.filter((stage) => wanted.includes(stage.id)) : stages;
}

/** The stage that a phone shows: the one asked for, else the first with anything in it. */
export function openStage(
  stages: readonly { readonly id: string }[],
  asked: string | null,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const ids = stages.map(({ id }) => id);
  return ids.find((id) => id === asked) ?? ids.find((id) => (counts.get(id) ?? 0) > 0) ?? ids[0];
}

/** Where an arrow key leads among the columns: the nearest one in its direction that would take what is carried. */
export function columnBeside(ids: readonly string[], from: string | null, by: -1 | 1, takes: (id: string) => boolean): string | null {
  const start = from === null ? -1 : ids.indexOf(from);
  for (let at = start + by; at >= 0 && at < ids.length; at += by) {
    const id = ids[at];
    if (id !== undefined && takes(id)) return id;
  }
  return null;
}
