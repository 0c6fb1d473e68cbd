import type { AuditActor, AuditDetail, AuditEvent, AuditTrail, RequestOrigin } from "./audit.types.ts";

/** A read of personal data or of the trail that one operation made. */
export type NotedRead =
  /** A list, map or flows of a selection; `selection` is what was asked, without page, order, zoom and visible part of the map. */
  | { readonly kind: "SEARCH" | "AUDIT"; readonly selection: AuditDetail; readonly outcome: AuditDetail; readonly failed: boolean }
  /** A person's record was asked for. One that open windows ask for again by themselves (`renewed`) counts once in five minutes. */
  | { readonly kind: "DOSSIER"; readonly id: string; readonly found: boolean; readonly renewed?: boolean };

/** Records what operations read. */
export interface ReadRecorder {
  /** Resolves when all of it is in the trail. @throws AppError `AUDIT_UNAVAILABLE`: then the answer must not leave */
  record(actor: AuditActor, origin: RequestOrigin, reads: readonly NotedRead[]): Promise<void>;
}

/** How long panning and paging of one selection counts as one search. */
const SAME_SEARCH_MS = 5 * 60_000;
const MAX_REMEMBERED = 10_000;

interface Remembered {
  readonly until: number;
  readonly written: Promise<void>;
}

/** JSON with sorted keys and without what was left empty, so that the same selection is the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner ?? undefined;
    return Object.fromEntries(
      Object.entries(inner)
        .filter(([, each]) => each !== null && each !== undefined)
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  });
}

function dossierEvent(actor: AuditActor, origin: RequestOrigin, reads: readonly NotedRead[]): AuditEvent | undefined {
  const dossiers = reads.filter((read) => read.kind === "DOSSIER");
  if (dossiers.length === 0) return undefined;
  const opened = dossiers.filter((read) => read.found).map((read) => read.id);
  const notFound = dossiers.filter((read) => !read.found).map((read) => read.id.slice(0, 40));
  const detail: AuditDetail = notFound.length === 0 ? {} : { notFound };
  return { actor, origin, action: "DOSSIER", subjectIds: opened, detail, result: opened.length === 0 ? "REFUSED" : "OK" };
}

/**
 * Records reads in the trail: each opening of a person's record, and each selection that somebody looks at, once in five minutes
 * however often its list is paged or its map moved.
 */
export function createReadRecorder(audit: AuditTrail, clock: () => Date): ReadRecorder {
  const remembered = new Map<string, Remembered>();
  const forgetOld = (now: number): void => {
    for (const [key, { until }] of remembered) {
      if (until > now && remembered.size <= MAX_REMEMBERED) return;
      remembered.delete(key);
    }
  };
  /** Records an event unless the same was recorded a short time ago. */
  const once = (actor: AuditActor, origin: RequestOrigin, what: readonly unknown[], makeEvent: () => AuditEvent): Promise<void> => {
    const now = clock().getTime();
    const key = canonical([actor.id, actor.role, origin.ip, ...what]);
    const known = remembered.get(key);
    if (known !== undefined && known.until > now) return known.written;
    const written = audit.append(makeEvent());
    // Deleted first, so that the oldest stay in front.
    remembered.delete(key);
    forgetOld(now);
    const entry = { until: now + SAME_SEARCH_MS, written };
    remembered.set(key, entry);
    written.catch(() => {
      if (remembered.get(key) === entry) remembered.delete(key);
    });
    return written;
  };
  const search = (actor: AuditActor, origin: RequestOrigin, read: Exclude<NotedRead, { kind: "DOSSIER" }>): Promise<void> => {
    const { kind: action, selection, outcome, failed } = read;
    const result = failed ? "FAILED" : "OK";
    const detail = { ...selection, ...outcome };
    return once(actor, origin, [action, failed, selection], () => ({ actor, origin, action, subjectIds: [], detail, result }));
  };
  return {
    record: async (actor, origin, reads) => {
      const opened = dossierEvent(
        actor,
        origin,
        reads.filter((read) => read.kind === "DOSSIER" && read.renewed !== true),
      );
      const again = reads.flatMap((read) => {
        const event = read.kind === "DOSSIER" && read.renewed === true ? dossierEvent(actor, origin, [read]) : undefined;
        return event === undefined ? [] : [once(actor, origin, ["DOSSIER", event.subjectIds, event.detail], () => event)];
      });
      const searches = reads.filter((read) => read.kind !== "DOSSIER");
      await Promise.all([
        ...(opened === undefined ? [] : [audit.append(opened)]),
        ...again,
        ...searches.map((read) => search(actor, origin, read)),
      ]);
    },
  };
}
