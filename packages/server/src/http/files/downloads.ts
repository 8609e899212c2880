import type { Readable } from "node:stream";
import { errorCodes, type FileId, ParleyError, type SharedFile } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FilePart, OpenPart } from "../../files/storage.ts";
import { actorAsking } from "../actor-asking.ts";
import type { HttpDeps } from "../deps.ts";
import { disposition } from "./disposition.ts";
import { rangeIn } from "./ranges.ts";

/**
 * For whoever asked, and asked again before it is shown again: a file of a message that is deleted is gone. Nothing in
 * it runs, and nothing it says of its type is believed (security.md rule 6).
 */
const headers = {
  "cache-control": "private, no-cache",
  vary: "cookie, authorization",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "accept-ranges": "bytes",
} as const;

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly part: FilePart;
}

type Route = { Params: { id: string; size?: string }; Querystring: { download?: string } };

/** Files and their thumbnails: the request `file:show`, answered as the bytes themselves. */
export function serveDownloads(app: FastifyInstance, deps: HttpDeps): void {
  const underWay = new Set<Readable>();
  // A slow reader would keep the server from stopping.
  app.addHook("preClose", async () => {
    for (const stream of underWay) stream.destroy();
  });
  const send = async (asked: Asked) => {
    const found = await find(deps, asked);
    if ("code" in found) return refuse(asked.reply, found);
    const stream = await answer(asked, found);
    if (stream === null) return asked.reply.send();
    underWay.add(stream);
    stream.once("close", () => underWay.delete(stream));
    return asked.reply.send(stream);
  };
  app.get<Route>("/files/:id/*", (request, reply) => send({ request, reply, part: "original" }));
  app.get<Route>("/files/:id/poster", (request, reply) => send({ request, reply, part: "poster" }));
  for (const part of ["small", "large"] as const)
    app.get<Route>(`/files/:id/thumbnail/${part}`, (request, reply) => send({ request, reply, part }));
}

interface Found {
  readonly file: SharedFile;
  readonly open: OpenPart;
}

async function find(deps: HttpDeps, { request, part }: Asked): Promise<Found | ParleyError> {
  const actor = await actorAsking(deps, request);
  const { id } = request.params as { id: FileId };
  const reply = await deps.execute({
    name: "file:show",
    input: { id },
    actor,
    address: deps.callerOf(request.raw),
    site: null,
    live: deps.liveFor(actor),
  });
  const nothing = new ParleyError("not_found", "There is no such file.");
  // An address that cannot be a file's is as good as one of nothing.
  if (!reply.ok)
    return reply.error.code === "invalid" ? nothing : new ParleyError(reply.error.code, reply.error.message);
  const open = await deps.files.storage.open(id, part).catch((error: unknown) => {
    if (error instanceof ParleyError) return error;
    throw error;
  });
  if (open instanceof ParleyError) return open;
  return open === null ? nothing : { file: reply.data as SharedFile, open };
}

/** Everything but the bytes; answers those, if any are asked for. */
async function answer({ request, reply, part }: Asked, { file, open }: Found): Promise<Readable | null> {
  const tag = `"${file.id}-${part}"`;
  const isDownload = (request.query as Route["Querystring"]).download !== undefined;
  reply.headers({ ...headers, etag: tag, ...looks(file, part, isDownload) });
  const isFresh = (request.headers["if-none-match"] ?? "").includes(tag);
  const asked = request.headers["if-range"] ?? tag;
  const range = asked === tag ? rangeIn(request.headers.range, open.bytes) : "all";
  if (isFresh || range === "none" || request.method === "HEAD" || open.bytes === 0) {
    await open.close();
    if (isFresh) reply.code(304);
    else if (range === "none") reply.code(416).header("content-range", `bytes */${open.bytes}`);
    else reply.header("content-length", open.bytes);
    return null;
  }
  const { first, last } = range === "all" ? { first: 0, last: open.bytes - 1 } : range;
  if (range !== "all") reply.code(206).header("content-range", `bytes ${first}-${last}/${open.bytes}`);
  reply.header("content-length", last - first + 1);
  return open.read({ first, last });
}

/** Only what we found to be a picture, a film or sound is ever shown in place. */
function looks(file: SharedFile, part: FilePart, isDownload: boolean): Record<string, string> {
  if (part !== "original") return { "content-type": "image/webp", "content-disposition": "inline" };
  const isShown = file.kind !== "file";
  const type = file.type === "text/plain" ? "text/plain; charset=utf-8" : "application/octet-stream";
  return {
    "content-type": isShown ? file.type : type,
    "content-disposition": disposition(isShown && !isDownload ? "inline" : "attachment", file.name),
  };
}

function refuse(reply: FastifyReply, error: ParleyError): FastifyReply {
  const { status } = errorCodes[error.code];
  return reply.code(status).header("cache-control", "no-store").send({ ok: false, error: error.toWire() });
}
