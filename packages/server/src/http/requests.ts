import { errorCodes, ParleyError, type Reply, requestNamed, type SessionBegun } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { tokenIn } from "../lib/credentials.ts";
import { originOf, siteOf } from "../lib/origin.ts";
import type { HttpDeps } from "./deps.ts";
import { cookieOptions, sessionCookie } from "./session-cookie.ts";

interface Params {
  noun: string;
  verb: string;
}

/** Requests that end the caller's own session: the cookie goes with it. */
const endsSession = (name: string, body: unknown): boolean =>
  name === "session:delete" &&
  (typeof body !== "object" || body === null || !("which" in body) || body.which === "this");

/** Every request of the contract as `POST /api/<noun>/<verb>`: the same execute, the same envelope. */
export function serveRequests(app: FastifyInstance, deps: HttpDeps): void {
  app.post<{ Params: Params }>("/api/:noun/:verb", async (request, reply) => {
    const name = `${request.params.noun}:${request.params.verb}`;
    const answer = await answerTo(deps, name, request);
    if (answer.ok) handOverSession(deps, { name, request, reply }, answer.data);
    return reply.code(answer.ok ? 200 : errorCodes[answer.error.code].status).send(answer);
  });
}

async function answerTo(deps: HttpDeps, name: string, request: FastifyRequest): Promise<Reply> {
  const origin = originOf(request.headers, deps.publicUrl);
  if (origin === "foreign") return refuse(new ParleyError("forbidden", "This page belongs to another site."));
  if (requestNamed(name) === undefined) return refuse(new ParleyError("not_found", "There is no such request."));
  const token = tokenIn(request.headers, deps.cookieName(), origin);
  const actor = token === null ? null : await deps.authenticator.actorOf(token);
  return deps.execute({
    name,
    input: request.body ?? {},
    actor,
    address: deps.callerOf(request.raw),
    site: siteOf(request.headers, deps.publicUrl),
    live: deps.liveFor(actor),
  });
}

/** With `hold: "cookie"` the token goes into an HttpOnly cookie, where no script can read it, and not into the answer. */
function handOverSession(
  deps: HttpDeps,
  { name, request, reply }: { name: string; request: FastifyRequest; reply: FastifyReply },
  data: unknown,
): void {
  const begun = data as Partial<SessionBegun>;
  const isHeldByCookie =
    typeof request.body === "object" &&
    request.body !== null &&
    "hold" in request.body &&
    request.body.hold === "cookie";
  if (begun.token !== undefined && isHeldByCookie) {
    reply.setCookie(...sessionCookie(deps, begun.token));
    delete begun.token;
  }
  if (endsSession(name, request.body)) reply.clearCookie(deps.cookieName(), cookieOptions(deps));
}

function refuse(error: ParleyError): Reply {
  return { ok: false, error: error.toWire() };
}
