import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Export, errorCodes, ParleyError } from "@parley/contract";
import type { FastifyInstance } from "fastify";
import { actorAsking } from "./actor-asking.ts";
import type { HttpDeps } from "./deps.ts";

const headers = {
  "content-type": "application/zip",
  "content-disposition": 'attachment; filename="parley-archive.zip"',
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
} as const;

/** The archive of everything of mine, once it is ready: the request `export:show`, answered as the file itself. */
export function serveExports(app: FastifyInstance, deps: HttpDeps): void {
  const underWay = new Set<Readable>();
  // A slow reader would keep the server from stopping.
  app.addHook("preClose", async () => {
    for (const stream of underWay) stream.destroy();
  });
  app.get("/exports/mine", async (request, reply) => {
    const actor = await actorAsking(deps, request);
    const answer = await deps.execute({
      name: "export:show",
      input: {},
      actor,
      address: request.ip,
      site: null,
      live: deps.liveFor(actor),
    });
    const isReady = answer.ok && (answer.data as Export).state === "ready";
    const path = isReady && actor !== null ? await deps.archiveOf(actor.user.id) : null;
    const file = path === null ? null : await opened(path);
    if (file === null) {
      const error = answer.ok ? new ParleyError("not_found", "There is no archive of yours.").toWire() : answer.error;
      return reply.code(errorCodes[error.code].status).header("cache-control", "no-store").send({ ok: false, error });
    }
    const { size } = await file.stat();
    const stream = file.createReadStream();
    underWay.add(stream);
    stream.once("close", () => underWay.delete(stream));
    return reply.headers({ ...headers, "content-length": size }).send(stream);
  });
}

/** Null if it was removed in this moment. */
function opened(path: string): Promise<FileHandle | null> {
  return open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
