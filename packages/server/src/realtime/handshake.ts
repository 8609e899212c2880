import type { IncomingMessage } from "node:http";
import { ParleyError } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import type { Authenticator } from "../authenticate.ts";
import type { Actor } from "../context.ts";
import { limitedAddress } from "../lib/address.ts";
import type { CallerOf } from "../lib/caller.ts";
import { tokenIn } from "../lib/credentials.ts";
import { originOf, siteOf } from "../lib/origin.ts";

/** Connections without a session, such as one that signs in over its socket: so many from one address. */
const mostAnonymous = 20;
/** …and for so long. */
const anonymousMs = 60_000;

export interface HandshakeDeps {
  readonly authenticator: Authenticator;
  readonly callerOf: CallerOf;
  readonly publicUrl: string | null;
  readonly cookieName: () => string;
}

/** What the handshake found out, kept until the connection is made. */
type Admission = { readonly actor: Actor | null } | { readonly refused: true };

/** Origin and session are checked before either transport is let in; an ended session is told so and not retried. */
export function createHandshake(deps: HandshakeDeps) {
  const admissions = new WeakMap<IncomingMessage, Admission>();
  const anonymous = new Map<string, number>();

  async function allowRequest(
    request: IncomingMessage,
    answer: (error: string | null, isAllowed: boolean) => void,
  ): Promise<void> {
    try {
      const origin = originOf(request.headers, deps.publicUrl);
      if (origin === "foreign") {
        answer("foreign origin", false);
        return;
      }
      const token = tokenIn(request.headers, deps.cookieName(), origin);
      const actor = token === null ? null : await deps.authenticator.actorOf(token);
      admissions.set(request, token !== null && actor === null ? { refused: true } : { actor });
      answer(null, true);
    } catch {
      answer("unavailable", false);
    }
  }

  function admit(socket: Socket, next: (error?: Error) => void): void {
    const admission = admissions.get(socket.request);
    if (admission === undefined || "refused" in admission) {
      next(refusal("unauthenticated", "Your session has ended. Sign in again."));
      return;
    }
    socket.data.actor = admission.actor;
    socket.data.address = deps.callerOf(socket.request);
    socket.data.site = siteOf(socket.handshake.headers, deps.publicUrl);
    socket.data.whenJoined = null;
    if (admission.actor === null) admitAnonymous(socket, next);
    else next();
  }

  function admitAnonymous(socket: Socket, next: (error?: Error) => void): void {
    const key = limitedAddress(socket.data.address);
    const count = anonymous.get(key) ?? 0;
    if (count >= mostAnonymous) {
      next(refusal("rate_limited", "Too many connections without a session."));
      return;
    }
    anonymous.set(key, count + 1);
    const timer = setTimeout(() => socket.disconnect(true), anonymousMs);
    socket.once("disconnect", () => {
      clearTimeout(timer);
      const left = (anonymous.get(key) ?? 1) - 1;
      if (left > 0) anonymous.set(key, left);
      else anonymous.delete(key);
    });
    next();
  }

  return {
    allowRequest: (request: IncomingMessage, answer: (error: string | null | undefined, isAllowed: boolean) => void) =>
      void allowRequest(request, answer),
    install: (io: Server) => io.use(admit),
  };
}

/** Reaches the client as `connect_error` with `data` like any refusal. */
function refusal(code: "unauthenticated" | "rate_limited", message: string): Error {
  return Object.assign(new Error(message), { data: new ParleyError(code, message).toWire() });
}
