import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * The built web client. Files under `assets/` bear the hash of their content and are kept for ever; the page itself is
 * asked for anew. An address that is no file is a place inside the client.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, "index.html"));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    const isOurs =
      isBuilt &&
      wantsPage &&
      !request.url.startsWith("/api/") &&
      !/\.[a-z0-9]+$/i.test(request.url.split("?")[0] ?? "");
    if (isOurs) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return reply.code(404).send({ ok: false, error: { code: "not_found", message: "There is nothing here." } });
  });
  if (!isBuilt) return;
  await app.register(fastifyStatic, {
    root: folder,
    index: ["index.html"],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes("/assets/");
      reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
