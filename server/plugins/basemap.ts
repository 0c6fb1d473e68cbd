import { basename, dirname, resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { BasemapSettings } from "../env.ts";
import type { Basemap } from "../graphql/generated.ts";

const TILES = "/basemap/{z}/{x}/{y}";
const ARCHIVE = "/basemap/archive.pmtiles";
const TILE_TIMEOUT_MS = 8_000;
const TILE_NUMBER = /^\d{1,8}$/;
/** Web-Mercator picture tiles, see shared map rules; the operator may point BASEMAP_URL at an endpoint of its own network. */
const TIANDITU_VECTOR =
  "https://t0.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}";

/** What the API says of the configured base map; addresses are on this host only. */
export function describeBasemap(settings: BasemapSettings): Basemap {
  const urls = { land: null, standard: TILES, tianditu: TILES, pmtiles: ARCHIVE };
  const kinds = { land: "LAND", standard: "STANDARD", tianditu: "TIANDITU", pmtiles: "PMTILES" } as const;
  return {
    kind: kinds[settings.kind],
    approvalNo: settings.approvalNo ?? null,
    owner: settings.owner ?? null,
    expires: settings.expires ?? null,
    url: urls[settings.kind],
  };
}

function tileAddress(settings: BasemapSettings, tile: { z: string; x: string; y: string }): string {
  const template = settings.url ?? TIANDITU_VECTOR;
  return template
    .replace("{z}", tile.z)
    .replace("{x}", tile.x)
    .replace("{y}", tile.y)
    .replace("{key}", encodeURIComponent(settings.key ?? ""));
}

/**
 * Serves the operator's own base map from this host: tiles are fetched by the server (the key never reaches a browser), an archive is
 * read from disk with range requests. With the packaged land there is nothing to serve.
 */
export async function registerBasemap(app: FastifyInstance, settings: BasemapSettings): Promise<void> {
  if (settings.kind === "pmtiles" && settings.url !== undefined) {
    const file = resolve(settings.url);
    await app.register(fastifyStatic, { root: dirname(file), serve: false, decorateReply: true });
    app.get(ARCHIVE, (_request, reply) => reply.sendFile(basename(file), dirname(file)));
  }
  if (settings.kind !== "standard" && settings.kind !== "tianditu") {
    return;
  }
  app.get<{ Params: { z: string; x: string; y: string } }>("/basemap/:z/:x/:y", async (request, reply) => {
    if (!Object.values(request.params).every((part) => TILE_NUMBER.test(part))) {
      return reply.code(400).send({ code: "BAD_USER_INPUT", message: "瓦片编号应为整数。 Tile numbers must be whole." });
    }
    const answer = await fetch(tileAddress(settings, request.params), { signal: AbortSignal.timeout(TILE_TIMEOUT_MS) });
    if (!answer.ok) {
      return reply.code(502).send({ code: "BASEMAP_UNAVAILABLE", message: "底图服务没有应答。 The base map does not answer." });
    }
    return reply
      .type(answer.headers.get("content-type") ?? "image/png")
      .header("cache-control", "public, max-age=86400")
      .send(Buffer.from(await answer.arrayBuffer()));
  });
}
