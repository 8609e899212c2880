import {
  type Batch,
  type Draft,
  defaultSettings,
  type EventPair,
  idMaker,
  type Member,
  type Message,
  ParleyError,
  type RoomId,
  type RoomState,
  type SessionId,
  type Settings,
  type User,
  type UserId,
} from "@parley/contract";
import { plainRoom, plainState } from "../plain-room.ts";
import { ModelUploads } from "./model-uploads.ts";

export interface ModelMember {
  member: Member;
  rev: number;
  hasLeft: boolean;
  readSeq: number;
  shownReadSeq: number;
  deliveredSeq: number;
  draft: Draft | null;
}

export interface ModelRoom {
  id: RoomId;
  kind: "public" | "direct";
  name: string;
  rev: number;
  messages: Message[];
  /** By the message's seq: who put what on it, in order. */
  reactions: Map<number, { emoji: string; userIds: UserId[] }[]>;
  members: Map<UserId, ModelMember>;
}

interface ModelUser {
  user: User;
  rev: number;
  settings: Settings;
}

/** Where batches of one person go. */
export interface Receiver {
  userId: UserId;
  receive(batch: Batch): void;
}

/** The server's rules in memory, told from the contract and delivery.md: the smallest thing a client can be right about. */
export class ModelServer {
  readonly uploads = new ModelUploads();
  readonly users = new Map<UserId, ModelUser>();
  readonly rooms = new Map<RoomId, ModelRoom>();
  readonly receivers = new Set<Receiver>();
  readonly newId = idMaker(() => 1_700_000_000_000);
  #now = 1_700_000_000_000;

  now(): number {
    this.#now += 1;
    return this.#now;
  }

  addUser(handle: string): User {
    const user: User = { id: this.newId<UserId>(), handle, name: handle, role: "person" };
    this.users.set(user.id, { user, rev: 0, settings: defaultSettings });
    return user;
  }

  addRoom(kind: ModelRoom["kind"], userIds: readonly UserId[]): ModelRoom {
    const room: ModelRoom = {
      id: this.newId<RoomId>(),
      kind,
      name: kind === "direct" ? "" : "talk",
      rev: 0,
      messages: [],
      reactions: new Map(),
      members: new Map(),
    };
    this.rooms.set(room.id, room);
    for (const userId of userIds) this.enter(room, userId);
    return room;
  }

  enter(room: ModelRoom, userId: UserId): void {
    if (this.isIn(room, userId)) return;
    const { user } = this.userOf(userId);
    const member: Member = { userId, role: room.members.size === 0 ? "owner" : "member", joinedAt: this.now() };
    const seq = room.messages.length;
    room.rev += 1;
    const pointers = { readSeq: seq, shownReadSeq: seq, deliveredSeq: seq };
    room.members.set(userId, { member, rev: room.rev, hasLeft: false, ...pointers, draft: null });
    this.publish(room, ["member:joined", { rev: room.rev, member, user }]);
    this.tell(userId, (rev) => ["room:entered", { rev, state: this.stateOf(room, userId), people: this.people() }]);
  }

  depart(room: ModelRoom, userId: UserId): void {
    const known = room.members.get(userId);
    if (!known || known.hasLeft) return;
    room.rev += 1;
    room.members.set(userId, { ...known, rev: room.rev, hasLeft: true, draft: null });
    this.publish(room, ["member:left", { rev: room.rev, userId }]);
    this.tell(userId, (rev) => ["room:departed", { rev, roomId: room.id }]);
  }

  isIn(room: ModelRoom, userId: UserId): boolean {
    return room.members.get(userId)?.hasLeft === false;
  }

  roomFor(roomId: RoomId, userId: UserId): { room: ModelRoom; mine: ModelMember } {
    const room = this.rooms.get(roomId);
    const mine = room?.members.get(userId);
    if (!room || !mine || mine.hasLeft) throw new ParleyError("not_found", "There is no such room.");
    return { room, mine };
  }

  userOf(userId: UserId): ModelUser {
    const found = this.users.get(userId);
    if (!found) throw new ParleyError("not_found", "There is no such person.");
    return found;
  }

  people(): User[] {
    return [...this.users.values()].map(({ user }) => user);
  }

  present(room: ModelRoom): ModelMember[] {
    return [...room.members.values()].filter((each) => !each.hasLeft);
  }

  stateOf(room: ModelRoom, userId: UserId): RoomState {
    const { mine } = this.roomFor(room.id, userId);
    const unread = room.messages.filter(
      (message) => message.seq > mine.readSeq && message.senderId !== userId && message.deletedAt === undefined,
    );
    const mentions = room.kind === "direct" ? unread : unread.filter((message) => message.mentions?.includes(userId));
    const { id, kind, name, rev } = room;
    const memberCount = this.present(room).length;
    return {
      ...plainState,
      room: { ...plainRoom, id, kind, name, memberCount },
      rev,
      lastSeq: room.messages.length,
      role: mine.member.role,
      readSeq: mine.readSeq,
      unread: unread.length,
      mentions: mentions.length,
      lastMessage: room.messages.at(-1) ?? null,
      draft: mine.draft,
      directIds:
        kind === "direct"
          ? this.present(room)
              .map(({ member }) => member.userId)
              .sort()
          : [],
    };
  }

  receiptsOf(room: ModelRoom) {
    return this.present(room).map(({ member, shownReadSeq, deliveredSeq }) => ({
      userId: member.userId,
      readSeq: shownReadSeq,
      deliveredSeq,
    }));
  }

  publish(room: ModelRoom, ...events: EventPair[]): void {
    for (const receiver of [...this.receivers]) {
      if (this.isIn(room, receiver.userId)) receiver.receive({ roomId: room.id, events: structuredClone(events) });
    }
  }

  tell(userId: UserId, event: (rev: number) => EventPair): void {
    const person = this.userOf(userId);
    person.rev += 1;
    const events = [event(person.rev)];
    for (const receiver of [...this.receivers]) {
      if (receiver.userId === userId) receiver.receive({ events: structuredClone(events) });
    }
  }

  sessionOf(userId: UserId): SessionId {
    return userId as unknown as SessionId;
  }
}
