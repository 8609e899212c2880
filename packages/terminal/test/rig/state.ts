import { type ClientState, emptyEntry, emptyState, type RoomEntry } from "@parley/client";
import {
  idMaker,
  type Message,
  type MessageId,
  openRules,
  type Relation,
  type Room,
  type RoomId,
  type RoomState,
  type User,
  type UserId,
} from "@parley/contract";

/** A moment at which nothing in these states is over. */
export const noon = new Date(2026, 0, 5, 12).getTime();
export const makeId = idMaker(() => noon);

export const person = (name: string, more: Partial<User> = {}): User => ({
  id: makeId<UserId>(),
  handle: name.toLowerCase(),
  name,
  role: "person",
  ...more,
});

export const say = (seq: number, sender: User, what: string | Partial<Message>): Message => ({
  id: makeId<MessageId>(),
  seq,
  rev: seq,
  senderId: sender.id,
  body: "",
  sentAt: noon + seq * 1_000,
  ...(typeof what === "string" ? { body: what } : what),
});

interface EntryParts extends Partial<Omit<RoomState, "room">> {
  readonly room?: Partial<Room>;
  readonly messages?: readonly Message[];
  readonly dividerSeq?: number | null;
}

/** One of my rooms, open at its end. */
export function entryOf({ room, messages = [], dividerSeq = null, ...more }: EntryParts): RoomEntry {
  const lastMessage = messages.at(-1) ?? null;
  const state: RoomState = {
    room: {
      id: makeId<RoomId>(),
      kind: "public",
      name: "lobby",
      topic: "",
      isLobby: true,
      memberCount: 2,
      createdAt: noon,
      rules: openRules,
      expiresAfterMs: null,
      ...room,
    },
    rev: 1,
    lastSeq: lastMessage?.seq ?? 0,
    role: "member",
    readSeq: 0,
    unread: 0,
    mentions: 0,
    lastMessage,
    pins: [],
    saved: [],
    draft: null,
    directIds: [],
    isRequest: false,
    clearedSeq: 0,
    preferences: { typing: null, receipts: null },
    mutedUntil: null,
    ...more,
  };
  return { ...emptyEntry(state), window: { messages, isStart: true, isEnd: true, dividerSeq } };
}

/** A private conversation of two, which a stranger began if it is a request. */
export function directWith(me: User, other: User, more: EntryParts = {}): RoomEntry {
  const room = { kind: "direct", name: "", isLobby: false } as const;
  return entryOf({ room, directIds: [me.id, other.id], ...more });
}

export interface StateParts {
  readonly me: User;
  readonly people?: readonly User[];
  readonly rooms?: readonly RoomEntry[];
  readonly relations?: readonly Pick<Relation, "userId" | "kind">[];
}

/** A client that is live. */
export function stateWith({ me, people = [], rooms = [], relations = [] }: StateParts): ClientState {
  return {
    ...emptyState(noon),
    connection: { status: "live", since: noon, retryAt: null, hasConnected: true },
    me,
    people: new Map([me, ...people].map((user) => [user.id, user])),
    rooms: new Map(rooms.map((entry) => [entry.state.room.id, entry])),
    relations: new Map(relations.map((one) => [one.userId, { line: "", since: noon, ...one }])),
  };
}
