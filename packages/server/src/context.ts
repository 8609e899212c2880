import type {
  AnyId,
  Availability,
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
import type { FileLimits } from "./config/files.ts";
import type { IdentityProvider } from "./lib/oidc.ts";
import type { Site } from "./lib/origin.ts";
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
  /** Set by configuration; null leaves it to the administrators. */
  readonly linkPreviews: boolean | null;
  /** The host and port under which people know this server; null if it was not told. */
  readonly ownHost: string | null;
  readonly setupToken: string;
  readonly fileLimits: FileLimits;
  /** What the button of the configured OIDC provider says; null without one. */
  readonly oidc: string | null;
  /** Who proves identities to this server; null for nobody. */
  readonly provider: IdentityProvider | null;
}

/** What follows a commit. Nothing of it happens if the transaction fails. */
export type Effect =
  | { readonly kind: "room"; readonly roomId: RoomId; readonly event: EventPair }
  | { readonly kind: "person"; readonly userId: UserId; readonly event: EventPair }
  | { readonly kind: "server"; readonly event: EventPair }
  | { readonly kind: "pointer"; readonly roomId: RoomId; readonly receipt: Receipt }
  | { readonly kind: "people"; readonly event: EventPair; readonly audience: Audience }
  | { readonly kind: "entered"; readonly userId: UserId; readonly roomId: RoomId }
  | { readonly kind: "departed"; readonly userId: UserId; readonly roomId: RoomId }
  | { readonly kind: "regard"; readonly userId: UserId }
  | { readonly kind: "sessions-ended"; readonly sessionIds: readonly SessionId[] }
  | { readonly kind: "due"; readonly job: JobName; readonly at: number };

/** Work that nobody waits for; see `jobs/`. */
export type JobName =
  | "expiry"
  | "purge"
  | "account-deletion"
  | "export"
  | "files"
  | "search"
  | "link-previews"
  | "threads"
  | "scheduled";

/** Who hears of a person; whoever is in several of these hears it once. */
export interface Audience {
  readonly roomIds: readonly RoomId[];
  readonly userIds: readonly UserId[];
  /** Those on the other side of a block. */
  readonly except: Iterable<UserId>;
}

/** Collects what is to follow the commit. */
export interface Effects {
  /** Tells everyone in the room, in the order of the calls. */
  publish<N extends EventsOfScope<"room">>(roomId: RoomId, name: N, payload: Payload<N>): void;
  /** Tells all devices of one person. */
  tell<N extends PersonEventName>(userId: UserId, name: N, payload: Payload<N>): void;
  /** Tells everybody who is signed in. */
  announce<N extends EventsOfScope<"server">>(name: N, payload: Payload<N>): void;
  /** A member's pointers moved forwards; coalesced on the way. */
  point(roomId: RoomId, receipt: Receipt): void;
  /** A person's name, picture or status, to all who may see it. */
  profile(user: User, audience: Audience): void;
  /** From now on this person's devices hear the room; or no longer. */
  entered(userId: UserId, roomId: RoomId): void;
  departed(userId: UserId, roomId: RoomId): void;
  /**
   * What decides who learns what of this person has changed: their mode or privacy, a friend or a block (for both of the
   * two), what they want in a conversation, or whether a stranger's waits. Until it is read anew, nothing is told.
   */
  regard(userId: UserId): void;
  /** Closes the connections of sessions that have ended. */
  endSessions(sessionIds: readonly SessionId[]): void;
  /** There is something for this job to do at this time (epoch ms). */
  due(job: JobName, at: number): void;
}

/** What people show of themselves, as far as it is for the one who asks. */
export interface Sight {
  /** Those of them who are not offline to the viewer. */
  availabilityOf(viewerId: UserId, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, Availability>>;
  /** Whether the viewer may know when they were here last. */
  maySeeLastSeen(viewerId: UserId, userId: UserId): Promise<boolean>;
  /** Members' pointers as this member is shown them. */
  receiptsFor(viewerId: UserId, roomId: RoomId, receipts: readonly Receipt[]): Promise<Receipt[]>;
}

interface Asking<A> {
  readonly actor: A;
  readonly now: number;
  readonly server: ServerFacts;
  /** The address that the caller's page came from, where its passkeys belong; null for what is no page. */
  readonly site: Site | null;
  readonly newId: <T extends AnyId>() => T;
  readonly sight: Sight;
}

/** For a query: it reads what is committed, and can neither write nor publish. */
export interface QueryContext<A = Actor> extends Asking<A> {
  readonly store: Reader;
  /** Counts a try at something of this person's; throws `rate_limited` when there were too many. */
  readonly countTry: (what: string, ofId: UserId) => void;
  readonly access: Access;
}

/** For a command: one transaction, and what follows its commit. */
export interface CommandContext<A = Actor> extends Asking<A> {
  readonly store: Writer;
  readonly access: Access;
  readonly effects: Effects;
}

/** The part of a command that a step between several features needs, or that a job has: there may be no actor. */
export type Step = Pick<CommandContext, "store" | "effects" | "now">;

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
  /**
   * This connection looks at these rooms and at no others, and at friends or not. Answers it with who is there. The
   * rooms are read when it is this signal's turn: an earlier one, read more slowly, must not have the last word.
   */
  watch(roomIds: () => Promise<readonly RoomId[]>, friends: boolean): Promise<void>;
  /** The device that this connection comes from has had no input for long, or has it again. */
  idle(isIdle: boolean): void;
  typing(roomId: RoomId, isTyping: boolean): Promise<void>;
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
