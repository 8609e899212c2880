import type { IncomingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../context.ts";
import { tokenIn } from "../lib/credentials.ts";
import { originOf } from "../lib/origin.ts";
import type { HttpDeps } from "./deps.ts";

/** Who asks for a picture or a file; a page of another site asks in nobody's name. */
export async function actorAsking(deps: HttpDeps, { headers }: FastifyRequest): Promise<Actor | null> {
  const token = isForeign(headers, deps.publicUrl) ? null : tokenIn(headers, deps.cookieName(), "own");
  return token === null ? null : deps.authenticator.actorOf(token);
}

/** A page asks for pictures without naming its origin, but browsers say whether the page is of this server. */
function isForeign(asked: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = asked["sec-fetch-site"];
  return originOf(asked, publicUrl) === "foreign" || (site !== undefined && site !== "same-origin" && site !== "none");
}
