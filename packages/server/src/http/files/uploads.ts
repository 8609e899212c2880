import { errorCodes, type FileId, type Input, type Output, ParleyError, type RequestName } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../../context.ts";
import { toParleyError } from "../../execute/refusals.ts";
import { tokenIn } from "../../lib/credentials.ts";
import { originOf } from "../../lib/origin.ts";
import { actorAsking } from "../actor-asking.ts";
import type { HttpDeps } from "../deps.ts";
import { metadataIn } from "./metadata.ts";

const version = "1.0.0";
/** A connection on which nothing has come for so long is given up; the upload goes on on another. */
const silentMs = 60_000;

type Handler = (asked: Asked) => Promise<FastifyReply>;
type Route = { Params: { id: FileId } };

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor | null;
}

/**
 * Uploads by the tus protocol (tus.io, 1.0: core, creation, termination): the requests `file:create`,
 * `file:show-upload` and `file:delete`, and between them the bytes. See decision 18.
 */
export async function serveUploads(parent: FastifyInstance, deps: HttpDeps): Promise<void> {
  await parent.register(async (app) => {
    // The bytes are not read before somebody knows where to.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers({ "tus-resumable": version, "cache-control": "no-store" });
    });
    app.options("/uploads", async (_request, reply) =>
      reply.code(204).headers({ "tus-version": version, "tus-extension": "creation,termination" }).send(),
    );
    const on = (handler: Handler) => (request: FastifyRequest, reply: FastifyReply) =>
      answered(deps, { request, reply }, handler);
    app.post("/uploads", on(create(deps)));
    app.head<Route>("/uploads/:id", on(show(deps)) as never);
    app.patch<Route>("/uploads/:id", on(append(deps)) as never);
    app.delete<Route>("/uploads/:id", on(remove(deps)) as never);
  });
}

async function answered(deps: HttpDeps, { request, reply }: Omit<Asked, "actor">, handler: Handler) {
  try {
    if (request.headers["tus-resumable"] !== version)
      return reply.code(412).header("tus-version", version).send({ ok: false });
    return await handler({ request, reply, actor: await actorOf(deps, request) });
  } catch (error) {
    const refusal = toParleyError(error, { logger: deps.logger, request: "upload" });
    // What has not been read of the request is in the way of the next one.
    if (!request.raw.complete) reply.header("connection", "close");
    return reply.code(errorCodes[refusal.code].status).send({ ok: false, error: refusal.toWire() });
  }
}

/** A page asks for how far it is (HEAD) without naming its origin; for all else it names it. */
async function actorOf(deps: HttpDeps, request: FastifyRequest): Promise<Actor | null> {
  if (request.method === "HEAD") return actorAsking(deps, request);
  const origin = originOf(request.headers, deps.publicUrl);
  if (origin === "foreign") throw new ParleyError("forbidden", "This page belongs to another site.");
  const token = tokenIn(request.headers, deps.cookieName(), origin);
  return token === null ? null : deps.authenticator.actorOf(token);
}

const create = (deps: HttpDeps): Handler => {
  return async ({ request, reply, actor }) => {
    const length = request.headers["upload-length"];
    const bytes = wholeNumber(length);
    if (bytes === null) throw new ParleyError("invalid", "How long the file is must be said.", { field: "bytes" });
    const claim = metadataIn(request.headers["upload-metadata"]);
    await ask(deps, { request, actor }, "file:create", { ...claim, bytes } as Input<"file:create">);
    const id = claim.id as FileId;
    try {
      const offset = await deps.files.uploads.offsetOf(id);
      await deps.files.uploads.assertRoom(bytes - offset);
    } catch (error) {
      if (actor !== null) await deps.files.finishing.drop({ id, ownerId: actor.user.id });
      throw error;
    }
    if (bytes === 0) await deps.files.finishing.finish(id);
    return reply.code(201).header("location", `/uploads/${id}`).send();
  };
};

const show = (deps: HttpDeps): Handler => {
  return async ({ request, reply, actor }) => {
    const { id } = request.params as Route["Params"];
    const { bytes, isStored } = await ask(deps, { request, actor }, "file:show-upload", { id });
    const offset = isStored ? bytes : await deps.files.finishing.offsetOf(id, bytes);
    return reply.code(200).headers({ "upload-offset": offset, "upload-length": bytes }).send();
  };
};

const append = (deps: HttpDeps): Handler => {
  return async ({ request, reply, actor }) => {
    const { id } = request.params as Route["Params"];
    const { bytes, isStored } = await ask(deps, { request, actor }, "file:show-upload", { id });
    const offset = wholeNumber(request.headers["upload-offset"]);
    if (offset === null) throw new ParleyError("invalid", "Where this goes on must be said.", { field: "offset" });
    if (offset + (wholeNumber(request.headers["content-length"]) ?? 0) > bytes)
      throw new ParleyError("too_large", "This is more than was said. Upload the file anew.");
    const reached = isStored ? bytes : await write(deps, request, { id, bytes, offset, actor });
    if (isStored && offset !== bytes) throw new ParleyError("conflict", "The upload is here already.");
    if (reached === bytes) await deps.files.finishing.finish(id);
    return reply.code(204).header("upload-offset", reached).send();
  };
};

async function write(
  deps: HttpDeps,
  { raw }: FastifyRequest,
  { id, bytes, offset, actor }: { id: FileId; bytes: number; offset: number; actor: Actor | null },
): Promise<number> {
  const { uploads, finishing } = deps.files;
  raw.socket.setTimeout(silentMs);
  try {
    await finishing.keep(id);
    return await uploads.write(id, { source: raw, offset, bytes });
  } catch (error) {
    const isFull = error instanceof ParleyError && error.code === "storage_full";
    if (isFull && actor !== null) await finishing.drop({ id, ownerId: actor.user.id });
    throw error;
  } finally {
    raw.socket.setTimeout(0);
  }
}

const remove = (deps: HttpDeps): Handler => {
  return async ({ request, reply, actor }) => {
    const { id } = request.params as Route["Params"];
    await ask(deps, { request, actor }, "file:delete", { id });
    return reply.code(204).send();
  };
};

async function ask<N extends RequestName>(
  deps: HttpDeps,
  { request, actor }: Pick<Asked, "request" | "actor">,
  ...[name, input]: [N, Input<N>]
): Promise<Output<N>> {
  const address = deps.callerOf(request.raw);
  const reply = await deps.execute({ name, input, actor, address, site: null, live: deps.liveFor(actor) });
  if (reply.ok) return reply.data as Output<N>;
  const { code, message, field, retryAfterMs } = reply.error;
  throw new ParleyError(code, message, {
    ...(field !== undefined && { field }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function wholeNumber(header: string | string[] | undefined): number | null {
  return typeof header === "string" && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
