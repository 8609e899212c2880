import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type FileId, isId, type Output, ParleyError, type Sticker } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { actorAsking } from "./actor-asking.ts";
import type { HttpDeps } from "./deps.ts";
import { type PictureLook, pictureHeaders, refuse, sendStored } from "./stored-picture.ts";

type Route = { Params: { setId: string; stickerId: string } };

const shippedFolder = join(import.meta.dirname, "../../stickers");

/** Pictures of stickers, for `<img>`: the request `sticker:show`, answered as the picture itself. */
export function serveStickers(app: FastifyInstance, deps: HttpDeps): void {
  const path = "/stickers/:setId/:stickerId";
  app.get<Route>(path, (request, reply) => send(deps, { request, reply, look: "whole" }));
  app.get<Route>(`${path}/still`, (request, reply) => send(deps, { request, reply, look: "still" }));
  app.get<Route>(`${path}/small`, (request, reply) => send(deps, { request, reply, look: "small" }));
}

interface Asked {
  readonly request: FastifyRequest<Route>;
  readonly reply: FastifyReply;
  readonly look: PictureLook;
}

async function send(deps: HttpDeps, { request, reply, look }: Asked): Promise<FastifyReply> {
  const actor = await actorAsking(deps, request);
  const { setId, stickerId } = request.params;
  const answer = await deps.execute({
    name: "sticker:show",
    input: { setId, stickerId },
    actor,
    address: deps.callerOf(request.raw),
    site: null,
    live: deps.liveFor(actor),
  });
  const nothing = new ParleyError("not_found", "There is no such sticker.").toWire();
  // An address that cannot be one's is as good as one of nothing.
  if (!answer.ok) return refuse(reply, answer.error.code === "invalid" ? nothing : answer.error);
  const sticker = answer.data as Output<"sticker:show">;
  if (isId<FileId>(sticker.stickerId)) return sendStored(deps, reply, { id: sticker.stickerId, look, nothing });
  return reply.headers(pictureHeaders).send(shippedPicture(sticker, look));
}

/** The catalogue has named it, so its parts are those of a path. They are all small. */
function shippedPicture({ setId, stickerId, isAnimated }: Sticker, look: PictureLook): Readable {
  const name = look !== "whole" && isAnimated === true ? `${stickerId}.still.webp` : `${stickerId}.webp`;
  return createReadStream(join(shippedFolder, setId, name));
}
