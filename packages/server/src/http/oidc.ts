import type { Input, Output, Reply, RequestName } from "@parley/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { HttpDeps } from "./deps.ts";
import { cookieOptions, sessionCookie } from "./session-cookie.ts";

/**
 * Sign-in with the account of another house, as a browser goes: out and back again, each a request of the contract
 * answered as a redirect. The ticket travels in a cookie, so that whoever comes back is who went.
 */
export function serveOidc(app: FastifyInstance, deps: HttpDeps): void {
  const cookie = cookieOptions(deps);
  const ticketName = () => `${deps.cookieName()}_oidc`;

  app.get("/auth/oidc/start", async (request, reply) => {
    const { invitation, to, device } = textsIn(request.query);
    const input = {
      ...(invitation !== undefined && { invitation }),
      ...(to !== undefined && { to }),
      ...(device !== undefined && { device }),
    };
    const answer = await ask(deps, request, "session:begin-oidc", input);
    if (!answer.ok) return refuse(reply, answer);
    const { url, ticket } = answer.data as Output<"session:begin-oidc">;
    return redirect(reply.setCookie(ticketName(), ticket, { ...cookie, maxAge: 600 }), url);
  });

  app.get("/auth/oidc/callback", async (request, reply) => {
    const ticket = request.cookies[ticketName()] ?? "";
    const query = request.url.split("?").slice(1).join("?");
    const answer = await ask(deps, request, "session:create-by-oidc", { ticket, query });
    reply.clearCookie(ticketName(), cookie);
    if (!answer.ok) return refuse(reply, answer);
    const { token = "", to } = answer.data as Output<"session:create-by-oidc">;
    return redirect(reply.setCookie(...sessionCookie(deps, token)), to);
  });
}

function ask<N extends RequestName>(
  deps: HttpDeps,
  request: FastifyRequest,
  ...[name, input]: [N, Input<N>]
): Promise<Reply> {
  return deps.execute({
    name,
    input,
    actor: null,
    address: deps.callerOf(request.raw),
    site: null,
    live: deps.liveFor(null),
  });
}

function refuse(reply: FastifyReply, { error }: Extract<Reply, { ok: false }>) {
  return redirect(reply, `/sign-in?refused=${error.code}`);
}

function redirect(reply: FastifyReply, to: string) {
  return reply.header("cache-control", "no-store").redirect(to);
}

/** The query's parts that were given once. */
function textsIn(query: unknown): Readonly<Record<string, string | undefined>> {
  const parts = Object.entries(typeof query === "object" && query !== null ? query : {});
  return Object.fromEntries(parts.filter(([, value]) => typeof value === "string"));
}
