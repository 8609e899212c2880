import { type Message, type Output, ParleyError, type Parsed, type Reaction, type UserId } from "@parley/contract";
import type { ModelRoom, ModelServer } from "./model-server.ts";

type Change = Output<"reaction:add">;

/** The message as a page or resync has it, for one person. Whatever is deleted has lost them. */
export function withReactions(room: ModelRoom, message: Message, me: UserId): Message {
  const reactions = kindsOf(room, message.seq).map(
    ({ emoji, userIds }): Reaction => ({
      ...inRoom(emoji, userIds),
      ...(userIds.includes(me) && { isMine: true }),
    }),
  );
  return reactions.length === 0 || message.deletedAt !== undefined ? message : { ...message, reactions };
}

/** Puts a person's reaction on or takes it off. */
export function react(
  server: ModelServer,
  { me, isOn }: { me: UserId; isOn: boolean },
  { roomId, seq, emoji }: Parsed<"reaction:add">,
): Change {
  const { room } = server.roomFor(roomId, me);
  const message = room.messages[seq - 1];
  if (message === undefined) throw new ParleyError("not_found", "There is no such message.");
  if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
  const kinds = kindsOf(room, seq);
  const known = kinds.find((kind) => kind.emoji === emoji)?.userIds ?? [];
  const change = { seq, emoji, userId: me, isOn };
  if (known.includes(me) === isOn) return { ...change, rev: message.rev, reaction: told(emoji, known) };
  const userIds = isOn ? [...known, me] : known.filter((userId) => userId !== me);
  const isNew = known.length === 0;
  const next = isNew
    ? [...kinds, { emoji, userIds }]
    : kinds.map((one) => (one.emoji === emoji ? { emoji, userIds } : one));
  room.reactions.set(
    seq,
    next.filter((kind) => kind.userIds.length > 0),
  );
  room.rev += 1;
  room.messages[seq - 1] = { ...message, rev: room.rev };
  const published: Change = { ...change, rev: room.rev, reaction: told(emoji, userIds) };
  server.publish(room, ["reaction:changed", published]);
  return published;
}

function kindsOf(room: ModelRoom, seq: number) {
  return room.reactions.get(seq) ?? [];
}

function inRoom(emoji: string, userIds: readonly UserId[]): Reaction {
  return { emoji, count: userIds.length, userIds: [...userIds] };
}

function told(emoji: string, userIds: readonly UserId[]): Reaction | null {
  return userIds.length === 0 ? null : inRoom(emoji, userIds);
}
