import { errorCodes, type Output, ParleyError } from "@parley/contract";
import type { FastifyInstance } from "fastify";
import { actorAsking } from "./actor-asking.ts";
import type { HttpDeps } from "./deps.ts";

interface Params {
  userId: string;
  version: string;
}

/** A version never changes what it shows; only whoever may see it keeps it. */
const headers = {
  "content-type": "image/jpeg",
  "cache-control": "private, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
} as const;

/** Pictures of people, for `<img>`: the request `profile:show-avatar`, answered as the picture itself. */
export function serveAvatars(app: FastifyInstance, deps: HttpDeps): void {
  app.get<{ Params: Params }>("/avatars/:userId/:version", async (request, reply) => {
    const actor = await actorAsking(deps, request);
    const { userId, version } = request.params;
    const answer = await deps.execute({
      name: "profile:show-avatar",
      input: { userId, version },
      actor,
      address: request.ip,
      site: null,
      live: deps.liveFor(actor),
    });
    if (answer.ok) {
      const { image } = answer.data as Output<"profile:show-avatar">;
      return reply.headers(headers).send(Buffer.from(image, "base64"));
    }
    // An address that cannot be one's is as good as one of nobody.
    const isNowhere = answer.error.code === "invalid";
    const error = isNowhere ? new ParleyError("not_found", "There is no such picture.").toWire() : answer.error;
    return reply.code(errorCodes[error.code].status).header("cache-control", "no-store").send({ ok: false, error });
  });
}
