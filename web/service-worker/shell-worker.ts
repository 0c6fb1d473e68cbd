/**
 * Keeps the app's own files, so that the page opens without signal. It never sees an answer of the API: it stores exactly the files that
 * the build names, and steps in for nothing else. `shell-plugin.ts` puts the two constants before it.
 */
declare const SHELL_VERSION: string;
declare const SHELL_FILES: readonly string[];

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const PAGE = "/";
const CACHE = `shell-${SHELL_VERSION}`;
/** Addresses that are never pages. */
const NO_PAGE = /^\/(?:graphql|auth|export|attachments|live|basemap|assets|healthz|readyz|metrics)(?:\/|$)/;

const isExtendable = (event: Event): event is Extendable => "waitUntil" in event;
const isFetching = (event: Event): event is Fetching => "respondWith" in event && "request" in event;
const isWorker = (scope: object): scope is WorkerScope => "skipWaiting" in scope && "clients" in scope;

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The page is asked for anew; the other files carry the hash of what is in them.
  await cache.addAll([new Request(PAGE, { cache: "reload", credentials: "omit" }), ...SHELL_FILES]);
  if (isWorker(self)) await self.skipWaiting();
}

async function dropFormer(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("shell-") && name !== CACHE).map((name) => caches.delete(name)));
  if (isWorker(self)) await self.clients.claim();
}

async function kept(path: string): Promise<Response | undefined> {
  return await (await caches.open(CACHE)).match(path);
}

async function pageOf(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await kept(PAGE);
    if (page === undefined) throw error;
    return page;
  }
}

async function fileOf(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? (await fetch(request));
}

self.addEventListener("install", (event) => {
  if (isExtendable(event)) event.waitUntil(keepShell());
});

self.addEventListener("activate", (event) => {
  if (isExtendable(event)) event.waitUntil(dropFormer());
});

self.addEventListener("fetch", (event) => {
  if (!isFetching(event)) return;
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && !NO_PAGE.test(pathname)) event.respondWith(pageOf(request));
  else if (SHELL_FILES.includes(pathname)) event.respondWith(fileOf(request, pathname));
});

export {};
