import { existsSync } from "node:fs";
import { join } from "node:path";
import compress from "@fastify/compress";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Addresses of pages; what other plugins answer, and files, are not. */
const PAGE_ROUTE = /^\/(?!(?:graphql|auth|export|basemap|assets)(?:\/|$))(?:[\w-]+(?:\/[\w-]+)*)?$/;

/**
 * Serves the built web app: hashed assets for a year, the page itself never cached, and the page for every route of the app.
 * Without a build it serves nothing, which is what API tests want.
 */
export async function registerWeb(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(compress, { global: true, encodings: ["br", "gzip"] });
  const built = existsSync(join(directory, "index.html"));
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    if (built && request.method === "GET" && PAGE_ROUTE.test(path)) {
      return reply.header("cache-control", "no-cache").sendFile("index.html");
    }
    return reply.code(404).send({ code: "NOT_FOUND", message: "没有这个地址。 There is nothing at this address." });
  });
  if (!built) {
    return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    index: "index.html",
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
