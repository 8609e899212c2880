import {
  limits,
  type Message,
  type Output,
  ParleyError,
  type Parsed,
  type RequestName,
  requests,
  type UserId,
} from "@parley/contract";
import { plainSnapshot } from "../plain-room.ts";
import type { ModelMember, ModelRoom, ModelServer } from "./model-server.ts";
import { react, withReactions } from "./reactions.ts";

type Handlers = { [N in RequestName]?: (server: ModelServer, me: UserId, input: Parsed<N>) => Output<N> };

/** Answers a request as the server would; throws ParleyError. */
export function answer<N extends RequestName>(server: ModelServer, me: UserId, [name, raw]: [N, unknown]): Output<N> {
  const handler = handlers[name] as ((server: ModelServer, me: UserId, input: unknown) => Output<N>) | undefined;
  if (!handler) throw new ParleyError("not_found", `The model does not know ${name}.`);
  const input = requests[name].input.safeParse(raw);
  if (!input.success) throw new ParleyError("invalid", input.error.message);
  return structuredClone(handler(server, me, input.data));
}

const handlers: Handlers = {
  "sync:open": (server, me) => {
    const { user, rev, settings } = server.userOf(me);
    const mine = [...server.rooms.values()].filter((room) => server.isIn(room, me));
    return {
      rev,
      me: user,
      sessionId: server.sessionOf(me),
      settings,
      server: { name: "Model", isSetUp: true, registration: "open", version: "0", oidc: null },
      ...plainSnapshot,
      rooms: mine.map((room) => server.stateOf(room, me)),
      people: server.people(),
      now: server.now(),
    };
  },
  "sync:check": (server, me, { rooms }) => ({
    rev: server.userOf(me).rev,
    stale: rooms.filter(({ roomId, rev }) => server.rooms.get(roomId)?.rev !== rev).map(({ roomId }) => roomId),
  }),
  "sync:room": (server, me, { roomId, sinceRev, limit = 200 }) => {
    const { room } = server.roomFor(roomId, me);
    const state = server.stateOf(room, me);
    if (sinceRev > room.rev || room.rev - sinceRev > 40) return { kind: "reset", view: view(server, me, room) };
    const changed = room.messages.filter((message) => message.rev > sinceRev).sort((one, other) => one.rev - other.rev);
    // Small pages, so that most resyncs take several.
    const messages = changed.slice(0, Math.min(limit, 3));
    const hasMore = messages.length < changed.length;
    const until = hasMore ? (messages.at(-1)?.rev ?? room.rev) : room.rev;
    return {
      kind: "changes",
      state: { ...state, rev: until },
      messages: messages.map((message) => withReactions(room, message, me)),
      members: [...room.members.values()]
        .filter(({ rev }) => rev > sinceRev && rev <= until)
        .sort((one, other) => one.rev - other.rev)
        .map(({ member, rev, hasLeft }) => ({ ...member, rev, hasLeft })),
      receipts: server.receiptsOf(room),
      plays: [],
      votes: [],
      people: [],
      hasMore,
    };
  },
  "room:open": (server, me, { roomId }) => view(server, me, server.roomFor(roomId, me).room),
  "member:list": (server, me, { roomId }) => {
    const { room } = server.roomFor(roomId, me);
    return { members: server.present(room).map(({ member }) => member), people: server.people(), hasMore: false };
  },
  "user:list": (server, _me, { userIds }) => ({ people: server.people().filter(({ id }) => userIds.includes(id)) }),
  "message:list": (server, me, { roomId, seqs }) => ({
    messages: shownIn(server.roomFor(roomId, me).room, me).filter(({ seq }) => seqs.includes(seq)),
    people: [],
  }),
  "message:history": (server, me, { roomId, from = { edge: "latest" }, limit = 50 }) => {
    const all = shownIn(server.roomFor(roomId, me).room, me);
    const at = from.edge === "latest" ? all.length + 1 : from.seq;
    const start = from.edge === "after" ? at : from.edge === "around" ? at - 1 - limit / 2 : at - 1 - limit;
    const messages = all.slice(Math.max(0, start), from.edge === "before" ? at - 1 : Math.max(0, start) + limit);
    const isEnd = (messages.at(-1)?.seq ?? 0) === all.length;
    return { messages, isStart: (messages[0]?.seq ?? 1) === 1, isEnd, people: [] };
  },
  "file:find": (server, _me, { id }) => server.uploads.find(id),
  "file:delete": (server, _me, { id }) => {
    server.uploads.files.delete(id);
    server.uploads.dropped.push(id);
    return {};
  },
  "message:send": (server, me, { id, roomId, body, replyTo, files, sticker }) => {
    const { room } = server.roomFor(roomId, me);
    const earlier = room.messages.find((message) => message.id === id);
    if (earlier) return earlier;
    if (body === "refuse") throw new ParleyError("forbidden", "Not this.");
    const sent = files?.map((fileId) => server.uploads.find(fileId));
    room.rev += 1;
    const base: Message = {
      id,
      seq: room.messages.length + 1,
      rev: room.rev,
      senderId: me,
      body,
      sentAt: server.now(),
    };
    const called = server
      .present(room)
      .filter(({ member }) => body.includes(`@${server.userOf(member.userId).user.handle}`));
    const mentions = called.map(({ member }) => member.userId).filter((userId) => userId !== me);
    const message: Message = {
      ...base,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(mentions.length === 0 ? {} : { mentions }),
      ...(sent && { files: sent }),
      ...(sticker && { sticker: { ...sticker, emoji: "🎉", width: 256, height: 256 } }),
    };
    room.messages.push(message);
    server.publish(room, ["message:sent", message]);
    return message;
  },
  "message:edit": (server, me, { roomId, messageId, body }) => {
    const { room } = server.roomFor(roomId, me);
    const at = indexOf(room, me, messageId);
    const { mentions: _, ...known } = room.messages[at] as Message;
    if (known.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
    room.rev += 1;
    const called = server
      .present(room)
      .filter(({ member }) => body.includes(`@${server.userOf(member.userId).user.handle}`));
    const mentions = called.map(({ member }) => member.userId).filter((userId) => userId !== me);
    const edited: Message = {
      ...known,
      rev: room.rev,
      body,
      editedAt: server.now(),
      ...(mentions.length > 0 && { mentions }),
    };
    room.messages[at] = edited;
    server.publish(room, ["message:edited", edited]);
    return edited;
  },
  "message:delete": (server, me, { roomId, messageId }) => {
    const { room } = server.roomFor(roomId, me);
    const at = indexOf(room, me, messageId);
    const { id, seq, senderId, sentAt, deletedAt } = room.messages[at] as Message;
    if (deletedAt !== undefined) return room.messages[at] as Message;
    room.rev += 1;
    const tombstone: Message = { id, seq, rev: room.rev, senderId, body: "", sentAt, deletedAt: server.now() };
    room.messages[at] = tombstone;
    server.publish(room, ["message:deleted", tombstone]);
    return tombstone;
  },
  "reaction:add": (server, me, input) => react(server, { me, isOn: true }, input),
  "reaction:remove": (server, me, input) => react(server, { me, isOn: false }, input),
  "receipt:read": (server, me, { roomId, seq }) => {
    const { room, mine } = server.roomFor(roomId, me);
    return move(server, room, [mine, Math.max(mine.readSeq, Math.min(seq, room.messages.length))]);
  },
  "receipt:unread": (server, me, { roomId, seq }) => {
    const { room, mine } = server.roomFor(roomId, me);
    return move(server, room, [mine, Math.min(seq, room.messages.length)]);
  },
  "receipt:delivered": (server, me, { rooms }) => {
    for (const { roomId, seq } of rooms) {
      const { room, mine } = server.roomFor(roomId, me);
      mine.deliveredSeq = Math.max(mine.deliveredSeq, Math.min(seq, room.messages.length));
      server.publish(room, [
        "receipt:moved",
        { receipts: server.receiptsOf(room).filter(({ userId }) => userId === me) },
      ]);
    }
    return {};
  },
  "scheduled:add": (server, me, { files: fileIds, replyTo, ...post }) => {
    if (post.body === "refuse") throw new ParleyError("invalid", "This time has passed.", { field: "sendAt" });
    const files = fileIds?.map((id) => server.uploads.find(id));
    const scheduled = { ...post, ...(replyTo !== undefined && { replyTo }), ...(files && { files }) };
    server.tell(me, (rev) => ["scheduled:changed", { rev, id: post.id, scheduled }]);
    return { scheduled };
  },
  "draft:save": (server, me, { roomId, body, replyTo }) => {
    const { mine } = server.roomFor(roomId, me);
    const draft = body === "" ? null : { body, savedAt: server.now(), ...(replyTo === undefined ? {} : { replyTo }) };
    mine.draft = draft;
    server.tell(me, (rev) => ["draft:changed", { rev, roomId, draft }]);
    return { draft };
  },
  "settings:change": (server, me, changes) => {
    const person = server.userOf(me);
    person.settings = { ...person.settings, ...(changes as Partial<typeof person.settings>) };
    server.tell(me, (rev) => ["settings:changed", { rev, settings: person.settings }]);
    return person.settings;
  },
  "session:delete": () => ({ ended: 1 }),
};

function view(server: ModelServer, me: UserId, room: ModelRoom): Output<"room:open"> {
  const messages = shownIn(room, me).slice(-8);
  return {
    state: server.stateOf(room, me),
    page: { messages, isStart: (messages[0]?.seq ?? 1) === 1, isEnd: true, people: [] },
    members: server.present(room).map(({ member }) => member),
    hasMoreMembers: false,
    receipts: server.receiptsOf(room).slice(0, limits.receiptMembers),
    people: server.people(),
  };
}

function shownIn(room: ModelRoom, me: UserId): Message[] {
  return room.messages.map((message) => withReactions(room, message, me));
}

function indexOf(room: ModelRoom, me: UserId, messageId: string): number {
  const at = room.messages.findIndex((message) => message.id === messageId);
  if (at < 0 || room.messages[at]?.senderId !== me) throw new ParleyError("not_found", "There is no such message.");
  return at;
}

function move(server: ModelServer, room: ModelRoom, [mine, readSeq]: [ModelMember, number]): Output<"receipt:read"> {
  const { userId } = mine.member;
  const isMoved = mine.readSeq !== readSeq;
  mine.readSeq = readSeq;
  mine.shownReadSeq = Math.max(mine.shownReadSeq, readSeq);
  mine.deliveredSeq = Math.max(mine.deliveredSeq, readSeq);
  const { unread, mentions } = server.stateOf(room, userId);
  const read = { roomId: room.id, readSeq, unread, mentions, roomRev: room.rev };
  if (!isMoved) return read;
  server.publish(room, [
    "receipt:moved",
    { receipts: server.receiptsOf(room).filter((each) => each.userId === userId) },
  ]);
  server.tell(userId, (rev) => ["receipt:changed", { rev, ...read }]);
  return read;
}
