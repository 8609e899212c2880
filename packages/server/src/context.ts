import type {
  AnyId,
  CommandName,
  EventPair,
  EventsOfScope,
  Output,
  Parsed,
  Payload,
  PersonEventName,
  QueryName,
  Receipt,
  Registration,
  Requests,
  RoomId,
  SessionId,
  SignalName,
  User,
  UserId,
} from "@parley/contract";
import type { Access } from "./access.ts";
import type { Reader, Writer } from "./store/store.ts";

/** Who is asking, as the session says. */
export interface Actor {
  readonly user: User;
  readonly sessionId: SessionId;
}

/** What the server is, for those handlers that ask. */
export interface ServerFacts {
  readonly version: string;
  /** Set by configuration; overrides what was chosen at set-up. */
  readonly registration: Registration | null;
  readonly setupToken: string;
  /** What the button of the configured OIDC provider says; null without one. */
  readonly oidc: string | null;
}

/** What follows a commit. Nothing of it happens if the transaction fails. */
export type Effect =
  | { readonly kind: "room"; readonly roomId: RoomId; readonly event: EventPair }
  | { readonly kind: "person"; readonly userId: UserId; readonly event: EventPair }
  | { readonly kind: "pointer"; readonly roomId: RoomId; readonly receipt: Receipt }
  | { readonly kind: "entered"; readonly userId: UserId; readonly roomId: RoomId }
  | { readonly kind: "departed"; readonly userId: UserId; readonly roomId: RoomId }
  | { readonly kind: "sessions-ended"; readonly sessionIds: readonly SessionId[] };

/** Collects what is to follow the commit. */
export interface Effects {
  /** Tells everyone in the room, in the order of the calls. */
  publish<N extends EventsOfScope<"room">>(roomId: RoomId, name: N, payload: Payload<N>): void;
  /** Tells all devices of one person. */
  tell<N extends PersonEventName>(userId: UserId, name: N, payload: Payload<N>): void;
  /** A member's pointers moved forwards; coalesced on the way. */
  point(roomId: RoomId, receipt: Receipt): void;
  /** From now on this person's devices hear the room; or no longer. */
  entered(userId: UserId, roomId: RoomId): void;
  departed(userId: UserId, roomId: RoomId): void;
  /** Closes the connections of sessions that have ended. */
  endSessions(sessionIds: readonly SessionId[]): void;
}

interface Asking<A> {
  readonly actor: A;
  readonly now: number;
  readonly server: ServerFacts;
  readonly newId: <T extends AnyId>() => T;
}

/** For a query: it reads what is committed, and can neither write nor publish. */
export interface QueryContext<A = Actor> extends Asking<A> {
  readonly store: Reader;
  readonly access: Access;
}

/** For a command: one transaction, and what follows its commit. */
export interface CommandContext<A = Actor> extends Asking<A> {
  readonly store: Writer;
  readonly access: Access;
  readonly effects: Effects;
}

/**
 * Thrown by a command that finds, after it has begun to write, that there is nothing to do: everything is undone,
 * nothing is published, and `answer` is the reply. Cheaper than looking first where it hardly ever happens.
 */
export class AnswerInstead extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("Answered without a change.");
    this.answer = answer;
  }
}

/** For a signal: what is on people's screens right now. Nothing is stored. */
export interface SignalContext {
  readonly actor: Actor;
  readonly access: Access;
  readonly store: Reader;
  readonly live: Live;
}

/** The connection that a signal came on, and those who look at the same rooms. */
export interface Live {
  /** This connection looks at these rooms, and at no others. Answers it with who is online. */
  watch(roomIds: readonly RoomId[]): Promise<void>;
  typing(roomId: RoomId, isTyping: boolean): void;
}

/** The actor that a request's handler gets: none is certain where anyone may call. */
type ActorOf<N extends keyof Requests> = Requests[N]["caller"] extends "person" ? Actor : Actor | null;

export type QueryHandler<N extends QueryName> = (ctx: QueryContext<ActorOf<N>>, input: Parsed<N>) => Promise<Output<N>>;

type Command<N extends CommandName> = (ctx: CommandContext<ActorOf<N>>, input: Parsed<N>) => Promise<Output<N>>;

/**
 * A command whose slow part (hashing a password) must not hold up a transaction: `prepare` runs before it, and answers
 * what is then done inside.
 */
export interface PreparedCommand<N extends CommandName> {
  prepare(
    ctx: QueryContext<ActorOf<N>>,
    input: Parsed<N>,
  ): Promise<(ctx: CommandContext<ActorOf<N>>) => Promise<Output<N>>>;
}

export type CommandHandler<N extends CommandName> = Command<N> | PreparedCommand<N>;

export type SignalHandler<N extends SignalName> = (ctx: SignalContext, input: Parsed<N>) => Promise<void>;

/** A handler for each request; a missing one is a compile error. */
export type Handlers = { [N in QueryName]: QueryHandler<N> } & { [N in CommandName]: CommandHandler<N> } & {
  [N in SignalName]: SignalHandler<N>;
};
