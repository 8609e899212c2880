/** For each event of the contract: what makes Sue the reason of one, and who may hear of it. Nobody else does. */
import { type EventName, type EventScope, type MessageId, newId } from "@parley/contract";
import { ask } from "../asking.ts";
import { drawn, newSet } from "../drawn.ts";
import { picture } from "../jpeg-picture.ts";
import { password } from "../person.ts";
import { shareVoice } from "../uploading.ts";
import { type Ear, inside, type Stage, unblocked } from "./company.ts";

/** In what only those may read who hear of the event. */
export const canary = "CANARY";

export interface EventRow {
  cause(stage: Stage): Promise<unknown>;
  /** Where its scope does not say. */
  hears?: readonly Ear[];
}

/** Who hears of Sue by the way in which an event travels. A block stops all of what is not the room's own order. */
export const hearsOf: Record<EventScope, readonly Ear[]> = {
  room: ["self", ...inside],
  person: ["self"],
  device: ["self"],
  watchers: ["self", ...unblocked],
  pointers: ["self", ...unblocked],
  server: ["self", "stranger", "friend", "exMember", "banned", "serverOwner", "serverAdmin", ...inside],
  // All of them are in the lobby, too.
  people: ["self", "stranger", "friend", "exMember", "banned", "serverOwner", "serverAdmin", ...unblocked],
};

const isIdle = async ({ witnesses }: Stage) => {
  for (const idle of [true, false]) witnesses.self.signal("presence:idle", { isIdle: idle });
};

async function ownMessage({ sue, roomId }: Stage) {
  return { roomId, messageId: (await sue.send(roomId, `${canary} @mona`)).id };
}

export const eventRows: Record<EventName, EventRow> = {
  "settings:changed": {
    cause: ({ sue, roomId }) => sue.do("settings:change", { language: `${canary} ${roomId}`.slice(0, 20) }),
  },
  "session:changed": { cause: ({ sue }) => sue.signIn(canary) },
  "account:changed": {
    cause: async ({ sue }) => {
      await sue.do("account:delete", { password, messages: "remove" });
      await sue.do("account:keep", {});
    },
  },
  "export:changed": { cause: ({ sue }) => sue.do("export:start", {}) },
  "profile:changed": {
    cause: async ({ sue }) => {
      await sue.do("profile:set-avatar", { image: picture().toString("base64") });
      await sue.do("profile:change", { status: { emoji: "", text: canary, until: null } });
      await sue.do("profile:change", { status: null });
    },
  },
  "relation:changed": {
    cause: ({ sue, people }) => sue.do("friend:ask", { userId: people.stranger.id, line: canary }),
    hears: ["self", "stranger"],
  },
  "room:changed": { cause: ({ people, roomId }) => people.owner.do("room:change", { roomId, topic: canary }) },
  "room:entered": {
    cause: async ({ sue, people }) => {
      const { room } = await sue.do("room:create-direct", { userIds: [people.exMember.id] });
      await sue.send(room.id, canary);
      await sue.do("room:delete-direct", { roomId: room.id });
    },
    hears: ["self", "exMember"],
  },
  "room:departed": { cause: ({ sue, roomId }) => sue.do("room:leave", { roomId }) },
  "room:accepted": {
    cause: async ({ sue, people }) => {
      const { room } = await people.stranger.do("room:create-direct", { userIds: [sue.id] });
      await people.stranger.send(room.id, "Hello?");
      await sue.do("room:accept", { roomId: room.id });
      await sue.do("room:delete-direct", { roomId: room.id });
    },
  },
  "room:cleared": { cause: ({ sue, roomId }) => sue.do("room:clear", { roomId }) },
  "room:preferred": { cause: ({ sue, roomId }) => sue.do("room:prefer", { roomId, typing: false }) },
  "member:joined": {
    cause: async ({ sue, people, roomId }) => {
      await sue.do("room:leave", { roomId });
      await people.owner.do("member:add", { roomId, userIds: [sue.id] });
    },
  },
  "member:left": { cause: ({ sue, roomId }) => sue.do("room:leave", { roomId }), hears: inside },
  "member:changed": {
    cause: ({ sue, people, roomId }) => people.owner.do("member:change", { roomId, userId: sue.id, role: "moderator" }),
  },
  "message:sent": { cause: ({ sue, roomId }) => sue.send(roomId, `${canary} @mona @bob @bea`) },
  "message:edited": {
    cause: async (stage) => stage.sue.do("message:edit", { ...(await ownMessage(stage)), body: `${canary} again` }),
  },
  "message:previewed": {
    cause: ({ sue, roomId }) => sue.send(roomId, `${canary} https://nowhere.example.org/`),
  },
  "message:deleted": { cause: async (stage) => stage.sue.do("message:delete", await ownMessage(stage)) },
  "reaction:changed": {
    cause: async ({ sue, roomId }) => {
      const { seq } = await sue.send(roomId, "React to this");
      await sue.do("reaction:add", { roomId, seq, emoji: "🎉" });
    },
  },
  "emoji:changed": {
    cause: async ({ people: { serverOwner } }) =>
      serverOwner.do("emoji:add", { name: "row", id: await drawn(serverOwner) }),
  },
  "sticker:changed": { cause: ({ people: { serverOwner } }) => newSet(serverOwner) },
  "poll:changed": {
    cause: async ({ sue, roomId }) => {
      const { seq } = await ask(sue, roomId);
      await sue.do("poll:vote", { roomId, seq, chosen: [0] });
    },
  },
  "poll:closed": {
    cause: async ({ sue, roomId }) => sue.do("poll:close", { roomId, messageId: (await ask(sue, roomId)).id }),
  },
  "poll:voted": {
    cause: async ({ sue, roomId }) => {
      const { seq } = await ask(sue, roomId, { isAnonymous: true });
      await sue.do("poll:vote", { roomId, seq, chosen: [1] });
    },
  },
  "message:pinned": {
    cause: async ({ sue, roomId }) => sue.do("pin:add", { roomId, seq: (await sue.send(roomId, canary)).seq }),
  },
  "voice:played": {
    cause: async ({ sue, people, roomId }) =>
      sue.do("voice:play", { roomId, seq: (await shareVoice(people.owner, roomId)).seq }),
  },
  "scheduled:changed": {
    cause: ({ sue, roomId }) => {
      const [id, sendAt] = [newId<MessageId>(Date.now()), Date.now() + 86_400_000];
      return sue.do("scheduled:add", { id, roomId, body: canary, sendAt });
    },
  },
  "saved:changed": { cause: ({ sue, roomId }) => sue.do("saved:add", { roomId, seq: 1 }) },
  "thread:changed": {
    cause: async ({ sue, roomId }) => {
      const { seq } = await sue.send(roomId, "Answer this");
      const { room } = await sue.do("thread:open", { roomId, seq });
      await sue.send(room.id, "An answer");
    },
  },
  "thread:followed": {
    cause: async ({ sue, roomId }) => {
      const { seq } = await sue.send(roomId, "Follow this");
      const { room } = await sue.do("thread:open", { roomId, seq });
      await sue.do("thread:follow", { roomId: room.id, isFollowed: true });
    },
  },
  "receipt:moved": { cause: ({ sue, roomId }) => sue.do("receipt:read", { roomId, seq: 1 }) },
  "receipt:changed": { cause: ({ sue, roomId }) => sue.do("receipt:read", { roomId, seq: 1 }) },
  "draft:changed": { cause: ({ sue, roomId }) => sue.do("draft:save", { roomId, body: canary }) },
  "presence:changed": { cause: isIdle },
  "presence:friends-changed": { cause: isIdle, hears: ["friend", "memberFriend"] },
  "typing:changed": { cause: ({ sue, roomId }) => sue.ask("typing:start", { roomId }) },
  "report:changed": {
    cause: ({ people, sue, roomId }) =>
      people.member.do("report:create", { roomId, userId: sue.id, reason: "other", line: canary }),
    hears: ["owner", "moderator", "serverOwner", "serverAdmin"],
  },
  "warning:changed": {
    cause: async ({ people, sue }) => {
      const { id } = await people.stranger.do("report:create", { userId: sue.id, reason: "other", line: canary });
      await people.serverOwner.do("report:settle", { reportId: id, action: "warn", note: canary });
    },
  },
};
