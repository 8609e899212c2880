import { type FileId, ParleyError } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { actorAsking } from "./actor-asking.ts";
import type { HttpDeps } from "./deps.ts";
import { type PictureLook, refuse, sendStored } from "./stored-picture.ts";

type Route = { Params: { id: FileId } };

/** Pictures of the server's own emoji, for `<img>`: the request `emoji:show`, answered as the picture itself. */
export function serveEmoji(app: FastifyInstance, deps: HttpDeps): void {
  app.get<Route>("/emoji/:id", (request, reply) => send(deps, { request, reply, look: "whole" }));
  app.get<Route>("/emoji/:id/still", (request, reply) => send(deps, { request, reply, look: "still" }));
}

interface Asked {
  readonly request: FastifyRequest<Route>;
  readonly reply: FastifyReply;
  readonly look: PictureLook;
}

async function send(deps: HttpDeps, { request, reply, look }: Asked): Promise<FastifyReply> {
  const actor = await actorAsking(deps, request);
  const { id } = request.params;
  const answer = await deps.execute({
    name: "emoji:show",
    input: { id },
    actor,
    address: deps.callerOf(request.raw),
    site: null,
    live: deps.liveFor(actor),
  });
  const nothing = new ParleyError("not_found", "There is no such emoji.").toWire();
  // An address that cannot be one's is as good as one of nothing.
  if (!answer.ok) return refuse(reply, answer.error.code === "invalid" ? nothing : answer.error);
  return sendStored(deps, reply, { id, look, nothing });
}
