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
 * `pointers`: unnumbered, to all members; values only move forwards, and a resync carries them all.
 */
export type EventScope = "room" | "person" | "watchers" | "pointers";

/** One event. Its name is `noun:verb`, past tense. */
export interface EventDefinition<Scope extends EventScope = EventScope, Payload extends z.ZodType = z.ZodType> {
  readonly scope: Scope;
  /** One line for the protocol document. */
  readonly summary: string;
  readonly payload: Payload;
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<RequestDefinition<"query", I, O>, "kind">,
): RequestDefinition<"query", I, O> {
  return { kind: "query", ...definition };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<RequestDefinition<"command", I, O>, "kind">,
): RequestDefinition<"command", I, O> {
  return { kind: "command", ...definition };
}

export function signal<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<RequestDefinition<"signal", I, O>, "kind">,
): RequestDefinition<"signal", I, O> {
  return { kind: "signal", ...definition };
}

export function event<S extends EventScope, P extends z.ZodType>(
  definition: EventDefinition<S, P>,
): EventDefinition<S, P> {
  return definition;
}
