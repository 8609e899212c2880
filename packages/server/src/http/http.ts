import type { IncomingMessage } from "node:http";
import fastifyCookie from "@fastify/cookie";
import fastifyHelmet from "@fastify/helmet";
import { limits, ParleyError } from "@parley/contract";
import { type FastifyInstance, fastify } from "fastify";
import { serveAvatars } from "./avatars.ts";
import type { HttpDeps } from "./deps.ts";
import { serveEmoji } from "./emoji.ts";
import { serveExports } from "./exports.ts";
import { serveDownloads } from "./files/downloads.ts";
import { serveUploads } from "./files/uploads.ts";
import { securityHeaders } from "./headers.ts";
import { serveOidc } from "./oidc.ts";
import { openApi } from "./openapi.ts";
import { serveRequests } from "./requests.ts";
import { serveStickers } from "./stickers.ts";
import { serveWeb } from "./web.ts";

/** A request that dribbles in for longer is cut off. */
const slowestRequestMs = 30_000;

/** Everything that is asked over plain HTTP: the requests, health, the API document, the web client. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.packetBytes,
    logger: false,
    // What Fastify would check and write JSON with takes long to load; the contract's own schemas do both.
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    // Requests under way are answered before the server stops.
    forceCloseConnections: "idle",
    // Of requests with a body it is counted below: an upload may come for hours.
    requestTimeout: 0,
  });
  await app.register(fastifyHelmet, securityHeaders(deps.isTls));
  await app.register(fastifyCookie);
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const refusal = refusalOf(error.statusCode ?? 500);
    return reply.code(error.statusCode ?? 500).send({ ok: false, error: refusal.toWire() });
  });
  app.addHook("onRequest", async (request) => {
    if (!request.url.startsWith("/uploads/")) endSlow(request.raw);
  });
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
  app.get("/live", async () => ({ ok: true }));
  app.get("/ready", async (_request, reply) => {
    const isReady = await deps.isReady();
    return reply.code(isReady ? 200 : 503).send({ ok: isReady });
  });
  let document: object | undefined;
  app.get("/api/openapi.json", async () => {
    // A tenth of a second of work, for which few ask.
    document ??= openApi(deps.version);
    return document;
  });
  serveRequests(app, deps);
  serveAvatars(app, deps);
  serveExports(app, deps);
  serveDownloads(app, deps);
  serveEmoji(app, deps);
  serveStickers(app, deps);
  await serveUploads(app, deps);
  serveOidc(app, deps);
  await serveWeb(app, deps.webFolder);
  return app;
}

function noCompiler(): never {
  throw new Error("A route was given a schema of Fastify. Requests are checked by the contract.");
}

/** Cuts a request off whose body does not come. */
function endSlow(request: IncomingMessage): void {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) return;
  const timer = setTimeout(() => request.destroy(), slowestRequestMs);
  for (const event of ["end", "close"]) request.once(event, () => clearTimeout(timer));
}

/** What Fastify itself refuses, before a request is ours: broken JSON, another content type, too large a body. */
function refusalOf(status: number): ParleyError {
  if (status === 413) return new ParleyError("too_large", "This is more than one request may hold.");
  if (status >= 500) return new ParleyError("internal", "The server made a mistake. It has been noted; try again.");
  return new ParleyError("invalid", "The request is not well-formed JSON.");
}
