/**
 * Fills an empty data folder with people, rooms and history, through the server's own migrations, rules and store, but
 * without a server: 100,000 messages take seconds. For demonstrations and tests.
 */
import {
  type AnyId,
  foldHandle,
  type Message,
  type MessageId,
  mentionsIn,
  newId,
  type RoomId,
  type RoomKind,
  type User,
  type UserId,
} from "@parley/contract";
import { directKey } from "../src/domain/direct-key.ts";
import { personName, roomName } from "../src/domain/names.ts";
import { hashPassword } from "../src/lib/passwords.ts";
import { openSqlite } from "../src/store/dialects/sqlite.ts";
import { createStore, type Store, type Writer } from "../src/store/store.ts";
import { numbersIn } from "./store/people.ts";

export interface Seeding {
  readonly serverName: string;
  /** Everyone's. */
  readonly password: string;
  /** The first owns the server. */
  readonly people: readonly string[];
  /** The first is the lobby: everyone is in it. */
  readonly rooms: readonly SeededRoom[];
  /** From 0 to below 1; the same every time for the same data. */
  readonly random: () => number;
}

/** People are given by their index. The first member owns the room. */
export interface SeededRoom {
  readonly kind: RoomKind;
  readonly name: string;
  readonly topic: string;
  readonly createdAt: number;
  readonly members: readonly number[];
  readonly messages: Iterable<SeededMessage>;
  /** How many messages at the end each of these people has at most not read; the others have read all. */
  readonly unread: ReadonlyMap<number, number>;
  readonly drafts: ReadonlyMap<number, string>;
}

export interface SeededMessage {
  readonly sender: number;
  readonly body: string;
  readonly sentAt: number;
  /** How many messages before this one the answered one stands. */
  readonly answers?: number;
  /** The former body: this one was edited a minute after it was sent. */
  readonly former?: string;
  readonly isDeleted?: boolean;
}

export interface Seeded {
  readonly people: readonly User[];
  /** In the order given. */
  readonly roomIds: readonly RoomId[];
}

const perTransaction = 5_000;
const minuteMs = 60_000;

export async function seed(folder: string, seeding: Seeding): Promise<Seeded> {
  const store = createStore(openSqlite(folder));
  try {
    const makeId = seededIds(seeding.random);
    const startedAt = Math.min(...seeding.rooms.map((room) => room.createdAt));
    const people = await seedPeople(store, seeding, (at) => makeId(startedAt + at));
    const roomIds: RoomId[] = [];
    for (const room of seeding.rooms)
      roomIds.push(await seedRoom({ store, people, makeId }, room, roomIds.length === 0));
    return { people, roomIds };
  } finally {
    await store.close();
  }
}

type MakeId = <T extends AnyId>(at: number) => T;

interface Making {
  readonly store: Store;
  readonly people: readonly User[];
  readonly makeId: MakeId;
}

function seededIds(random: () => number): MakeId {
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  return (at) => newId(at, bytes);
}

async function seedPeople(store: Store, seeding: Seeding, idAt: (at: number) => UserId): Promise<User[]> {
  const passwordHash = await hashPassword(seeding.password);
  const now = Math.min(...seeding.rooms.map((room) => room.createdAt));
  return store.transact(async (writer) => {
    const people: User[] = [];
    for (const raw of seeding.people) {
      const { name, handle, skeleton } = personName(raw);
      const user: User = { id: idAt(people.length), name, handle, role: people.length === 0 ? "owner" : "person" };
      await writer.users.insert(user, { skeleton, passwordHash, now });
      people.push(user);
    }
    const [owner] = people;
    if (owner === undefined) throw new Error("A server needs an owner.");
    await writer.serverSettings.set("ownerId", owner.id);
    await writer.serverSettings.set("serverName", seeding.serverName);
    await writer.serverSettings.set("registration", "invite");
    return people;
  });
}

async function seedRoom(making: Making, room: SeededRoom, isLobby: boolean): Promise<RoomId> {
  const { store, people, makeId } = making;
  const id = makeId<RoomId>(room.createdAt);
  const members = room.members.map((at) => personAt(people, at));
  await store.transact(async (writer) => {
    await insertRoom(writer, { id, room, isLobby, members });
    for (const [at, member] of members.entries()) {
      const role = at === 0 && room.kind !== "direct" ? "owner" : "member";
      const rev = await writer.rooms.nextRevOfMembers(id, 1);
      await writer.members.put(id, { userId: member.id, role, joinedAt: room.createdAt }, { rev, seq: 0 });
    }
  });
  const lastSeqs = await seedMessages(making, id, room);
  await store.transact((writer) => seedPointers(writer, { id, room, people, lastSeqs }));
  return id;
}

async function insertRoom(
  writer: Writer,
  { id, room, isLobby, members }: { id: RoomId; room: SeededRoom; isLobby: boolean; members: User[] },
): Promise<void> {
  const isDirect = room.kind === "direct";
  const named =
    room.kind === "direct" ? { name: "", nameFolded: "", nameSkeleton: null } : roomName(room.name, room.kind);
  await writer.rooms.insert({
    id,
    kind: room.kind,
    ...named,
    topic: room.topic,
    isLobby,
    directKey: isDirect ? directKey(members.map((member) => member.id)) : null,
    createdBy: personAt(members, 0).id,
    now: room.createdAt,
  });
  if (isLobby) await writer.serverSettings.set("lobbyId", id);
}

/** Answers the number of each person's last message. */
async function seedMessages(making: Making, roomId: RoomId, room: SeededRoom): Promise<Map<number, number>> {
  const members = new Map(room.members.map((at) => personAt(making.people, at)).map(({ handle, id }) => [handle, id]));
  const messages = room.messages[Symbol.iterator]();
  const lastSeqs = new Map<number, number>();
  for (let isDone = false; !isDone; ) {
    await making.store.transact(async (writer) => {
      for (let count = 0; count < perTransaction && !isDone; count += 1) {
        const next = messages.next();
        isDone = next.done === true;
        if (!next.done)
          lastSeqs.set(next.value.sender, await seedMessage(writer, { making, roomId, members }, next.value));
      }
    });
  }
  return lastSeqs;
}

interface Place {
  readonly making: Making;
  readonly roomId: RoomId;
  /** By handle. */
  readonly members: ReadonlyMap<string, UserId>;
}

async function seedMessage(writer: Writer, { making, roomId, members }: Place, seeded: SeededMessage): Promise<number> {
  const sender = personAt(making.people, seeded.sender);
  const { seq, rev } = await numbersIn(writer, roomId, sender.id);
  const message: Message = {
    id: making.makeId<MessageId>(seeded.sentAt),
    seq,
    rev,
    senderId: sender.id,
    body: seeded.former ?? seeded.body,
    sentAt: seeded.sentAt,
  };
  if (seeded.answers !== undefined && seeded.answers < seq) message.replyTo = seq - seeded.answers;
  const mentions = seeded.body.includes("@")
    ? mentionsIn(seeded.body).handles.flatMap((handle) => members.get(foldHandle(handle)) ?? [])
    : [];
  const others = mentions.filter((userId) => userId !== sender.id);
  if (others.length > 0) message.mentions = others;
  await writer.messages.insert(roomId, message);
  await changeLater(writer, roomId, { message, seeded });
  return seq;
}

async function changeLater(
  writer: Writer,
  roomId: RoomId,
  { message, seeded }: { message: Message; seeded: SeededMessage },
): Promise<void> {
  const at = seeded.sentAt + minuteMs;
  if (seeded.isDeleted) {
    const { id, seq, senderId, sentAt } = message;
    const rev = await writer.rooms.nextRev(roomId);
    await writer.messages.replace(roomId, message, { id, seq, rev, senderId, body: "", sentAt, deletedAt: at });
  } else if (seeded.former !== undefined) {
    const rev = await writer.rooms.nextRev(roomId);
    await writer.messages.replace(roomId, message, { ...message, rev, body: seeded.body, editedAt: at });
  }
}

interface Pointing {
  readonly id: RoomId;
  readonly room: SeededRoom;
  readonly people: readonly User[];
  readonly lastSeqs: ReadonlyMap<number, number>;
}

async function seedPointers(writer: Writer, { id, room, people, lastSeqs }: Pointing): Promise<void> {
  const lastSeq = Math.max(0, ...lastSeqs.values());
  for (const at of room.members) {
    // Whoever writes has read what stands before.
    const readSeq = Math.max(lastSeqs.get(at) ?? 0, lastSeq - (room.unread.get(at) ?? 0));
    await writer.receipts.set(id, personAt(people, at).id, {
      readSeq,
      shownReadSeq: readSeq,
      deliveredSeq: lastSeq,
      readAt: null,
    });
  }
  for (const [at, body] of room.drafts)
    await writer.drafts.save(personAt(people, at).id, id, { body, savedAt: room.createdAt });
}

function personAt<T>(people: readonly T[], at: number): T {
  const person = people[at];
  if (person === undefined) throw new Error(`There is no person ${at}.`);
  return person;
}
