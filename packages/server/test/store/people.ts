import { foldHandle, type Message, type MessageId, newId, type RoomId, type User, type UserId } from "@parley/contract";
import type { Store, Writer } from "../../src/store/store.ts";

/** Stores a person of this name. */
export async function addUser(store: Store, name: string): Promise<User> {
  const user: User = { id: newId<UserId>(Date.now()), handle: foldHandle(name), name, role: "person" };
  await store.transact((writer) =>
    writer.users.insert(user, { skeleton: `skeleton of ${name}`, passwordHash: "hash", now: 1 }),
  );
  return user;
}

/** Stores a room with these members; the first made it. */
export async function addRoom(store: Store, members: readonly User[], name = "room"): Promise<RoomId> {
  const id = newId<RoomId>(Date.now());
  await store.transact(async (writer) => {
    await writer.rooms.insert({
      id,
      kind: "public",
      name,
      nameFolded: name,
      nameSkeleton: name,
      topic: "",
      isLobby: false,
      directKey: null,
      createdBy: members[0]?.id ?? ("" as UserId),
      now: 1,
    });
    for (const member of members) {
      const rev = await writer.rooms.nextRevOfMembers(id, 1);
      await writer.members.put(id, { userId: member.id, role: "member", joinedAt: 1 }, { rev, seq: 0 });
    }
  });
  return id;
}

/** Takes the numbers of the next message, as a send does. */
export async function numbersIn(writer: Writer, roomId: RoomId, userId: UserId) {
  const standing = await writer.members.standing(roomId, userId);
  if (standing === undefined) throw new Error("There is no such room.");
  return writer.rooms.nextSeq(roomId, standing);
}

export async function addMessage(
  writer: Writer,
  roomId: RoomId,
  { sender, body = "text", mentions }: { sender: User; body?: string; mentions?: UserId[] },
): Promise<Message> {
  const { seq, rev } = await numbersIn(writer, roomId, sender.id);
  const message: Message = {
    id: newId<MessageId>(Date.now()),
    seq,
    rev,
    senderId: sender.id,
    body,
    sentAt: 5,
    ...(mentions && { mentions }),
  };
  await writer.messages.insert(roomId, message);
  return message;
}
