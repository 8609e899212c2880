import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/**
 * The three kinds of request. A query reads; a command changes things in one transaction and may publish;
 * a signal is never stored, may be dropped, and has no reply.
 */
export type RequestKind = "query" | "command" | "signal";

/** Who may call at all: anyone (also without a session), or a person who is signed in. */
export type Caller = "anyone" | "person";

/** A token bucket: `burst` calls at once, refilled at `perMinute`. Keyed by account, or by address without one. */
export interface Limiter {
  readonly burst: number;
  readonly perMinute: number;
}

/** One request: everything both ends must agree on. Its name is `noun:verb`, imperative. */
export interface RequestDefinition<
  Kind extends RequestKind = RequestKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  /** One line for the protocol document. */
  readonly summary: string;
  readonly caller: Caller;
  /** The permission that the caller needs in the room that the request names, if it names one. */
  readonly permission?: Permission;
  readonly limiter: Limiter;
  readonly input: Input;
  readonly output: Output;
}

/**
 * How an event travels. `room`: numbered by the room's rev, to all its members. `person`: numbered by the user's rev,
 * to all devices of one person. `watchers`: unnumbered, to those who have the room on screen; the last value wins.
 * `pointers`: unnumbered, to all members; values only move forwards, and a resync carries them all. `people`: unnumbered,
 * to all who may see a person; what is missed comes with the next view. `device`: unnumbered, to a connection that asked.
 * `server`: unnumbered, to everybody who is signed in; what is missed comes with the next snapshot.
 */
export type EventScope = "room" | "person" | "watchers" | "pointers" | "people" | "device" | "server";

/** One event. Its name is `noun:verb`, past tense. */
export interface EventDefinition<Scope extends EventScope = EventScope, Payload extends z.ZodType = z.ZodType> {
  readonly scope: Scope;
  /** One line for the protocol document. */
  readonly summary: string;
  readonly payload: Payload;
}

type Unkinded = Omit<RequestDefinition, "kind">;

// The definition's own type is kept, not widened: callers infer input, output and who may call from it.
export function query<const D extends Unkinded>(definition: D): D & { readonly kind: "query" } {
  return { kind: "query", ...definition };
}

export function command<const D extends Unkinded>(definition: D): D & { readonly kind: "command" } {
  return { kind: "command", ...definition };
}

export function signal<const D extends Unkinded>(definition: D): D & { readonly kind: "signal" } {
  return { kind: "signal", ...definition };
}

export function event<const D extends EventDefinition>(definition: D): D {
  return definition;
}
