/** One row for each request of the contract: what is sent, and where its own rules say more than its definition. */
import {
  type MessageId,
  newId,
  type Permission,
  type RequestName,
  type RoomId,
  type RoomState,
  requests,
} from "@parley/contract";
import { ask } from "../asking.ts";
import { picture } from "../jpeg-picture.ts";
import { password } from "../person.ts";
import { accountRows } from "./account-rows.ts";
import { fileRows } from "./file-rows.ts";
import { orderRows } from "./order-rows.ts";
import { byKind, everybody, type Rows } from "./row.ts";
import { outside, roles, type Scene, type Standing } from "./scene.ts";
import { scheduledRows } from "./scheduled-rows.ts";
import { stickerRows } from "./sticker-rows.ts";

const inRoom = { input: ({ roomId }: Scene) => ({ roomId }) };
const nothing = { input: () => ({}) };
function ownMessage(scene: Scene, standing: Standing) {
  const message = scene.messages.get(standing) ?? scene.messages.get("member");
  if (message === undefined) throw new Error("A scene has messages.");
  return { roomId: scene.roomId, messageId: message.id };
}

/** The same for all who are in the room. */
const inside = (code: string) => Object.fromEntries(Object.keys(roles).map((standing) => [standing, code]));

const numbers = Array(10_000).keys();
const fresh = (stem: string) => `${stem} ${numbers.next().value}`;

const ofTarget = { input: ({ cast }: Scene) => ({ userId: cast.target.id }) };
const isIn = (standing: Standing) => standing !== "anonymous" && standing !== "revoked";

/** Somebody to whom this one stands in no way. */
async function apart({ cast: { spare, actors } }: Scene, standing: Standing) {
  if (isIn(standing)) {
    for (const name of ["friend:remove", "friend:cancel"] as const) {
      await actors[standing].codeOf(name, { userId: spare.id });
      await spare.codeOf(name, { userId: actors[standing].id });
    }
  }
  return { userId: spare.id };
}

/** Somebody who asks this one to be friends. */
async function asked(scene: Scene, standing: Standing) {
  const other = await apart(scene, standing);
  if (isIn(standing)) await scene.cast.spare.do("friend:ask", { userId: scene.cast.actors[standing].id });
  return other;
}

/** The owner's; where there is no room, none. */
const poll = ({ roomId, cast }: Scene) =>
  ask(cast.actors.owner, roomId).catch(() => ({ seq: 1, id: newId<MessageId>(Date.now()) }));

export const rows: Rows = {
  ...accountRows,
  ...orderRows,
  ...fileRows,
  ...stickerRows,
  "server:describe": nothing,
  "server:setup": {
    input: () => ({ token: "a wrong token", username: "Zoe", password }),
    expected: everybody("link_invalid"),
  },
  "account:create": { input: () => ({ username: fresh("Newcomer"), password }) },
  "session:create": { input: () => ({ username: "Mel", password }) },
  "session:delete": {
    input: async ({ cast }, standing) => {
      const isIn = standing !== "anonymous" && standing !== "revoked";
      return { which: (await (isIn ? cast.actors[standing] : cast.target).signIn()).sessionId };
    },
  },
  "session:list": nothing,
  "user:list": { input: ({ cast }) => ({ userIds: [cast.target.id] }) },
  "user:find": { input: () => ({ text: "Tim" }) },
  "profile:show": ofTarget,
  "profile:show-avatar": {
    input: async ({ cast: { target } }) => {
      const { avatar = "" } = await target.do("profile:set-avatar", { image: picture().toString("base64") });
      return { userId: target.id, version: avatar };
    },
  },
  "profile:change": { input: () => ({ bio: fresh("I am") }) },
  "profile:set-avatar": { input: () => ({ image: picture().toString("base64") }) },
  "profile:remove-avatar": nothing,
  "friend:ask": { input: (scene, standing) => apart(scene, standing) },
  "friend:accept": { input: (scene, standing) => asked(scene, standing) },
  // Somebody else than above: whoever was declined is not heard again.
  "friend:decline": {
    input: async ({ cast: { target, actors } }, standing) => {
      await target.do("friend:ask", { userId: actors[standing].id });
      return { userId: target.id };
    },
  },
  "friend:cancel": {
    input: async (scene, standing) => {
      const other = await apart(scene, standing);
      if (isIn(standing)) await scene.cast.actors[standing].do("friend:ask", other);
      return other;
    },
  },
  "friend:remove": {
    input: async (scene, standing) => {
      const other = await asked(scene, standing);
      if (isIn(standing)) await scene.cast.actors[standing].do("friend:accept", other);
      return other;
    },
  },
  "friend:suggest": nothing,
  "settings:change": { input: (_, standing) => ({ language: standing }) },
  "room:create": {
    input: ({ kind }) => ({ id: newId<RoomId>(Date.now()), kind, name: fresh("A room") }),
  },
  "room:create-direct": { input: ({ cast }) => ({ userIds: [cast.target.id, cast.spare.id] }) },
  "room:change": { input: ({ roomId }) => ({ roomId, topic: fresh("A topic") }) },
  "room:join": { ...inRoom, expected: byKind((kind) => ({ banned: kind === "private" ? "not_found" : "forbidden" })) },
  "room:leave": { ...inRoom, expected: { owner: "conflict" } },
  "room:list": nothing,
  "room:open": inRoom,
  "room:clear": inRoom,
  "room:delete-direct": { ...inRoom, expected: inside("forbidden") },
  "room:set-expiry": { input: ({ roomId }) => ({ roomId, expiresAfterMs: 300_000 }) },
  "room:set-previews": { input: ({ roomId }) => ({ roomId, areOn: false }) },
  "member:list": inRoom,
  "member:add": { input: ({ roomId, cast }) => ({ roomId, userIds: [cast.spare.id] }) },
  "member:remove": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id }) },
  "member:change": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id, role: "moderator" }) },
  "invitation:create": inRoom,
  "invitation:list": inRoom,
  "invitation:revoke": { input: ({ roomId, invitation }) => ({ roomId, invitationId: invitation.id }) },
  "invitation:describe": {
    input: ({ invitation }) => ({ code: invitation.code }),
    expected: byKind((kind): { banned?: string } => (kind === "private" ? { banned: "link_invalid" } : {})),
  },
  "invitation:accept": {
    input: ({ invitation }) => ({ code: invitation.code }),
    expected: byKind((kind) => ({ banned: kind === "private" ? "link_invalid" : "forbidden" })),
  },
  "message:send": { input: ({ roomId }) => ({ id: newId<MessageId>(Date.now()), roomId, body: "Hello" }) },
  "message:edit": { input: (scene, standing) => ({ ...ownMessage(scene, standing), body: "Better" }) },
  "message:delete": { input: ownMessage },
  "preview:remove": { input: ownMessage },
  "message:delete-mine": inRoom,
  "search:messages": { input: ({ roomId }) => ({ roomId, text: "message" }) },
  "search:days": { input: ({ roomId }) => ({ roomId, from: "2026-03-01", until: "2026-04-01" }) },
  "search:day": { input: ({ roomId }) => ({ roomId, date: "2026-03-14" }) },
  "gallery:list": { input: ({ roomId }) => ({ roomId, kind: "media" }) },
  "message:history": inRoom,
  "message:list": { input: ({ roomId }) => ({ roomId, seqs: [1] }) },
  "reaction:add": { input: ({ roomId }) => ({ roomId, seq: 1, emoji: "👍" }) },
  "reaction:remove": {
    input: async ({ roomId, cast }, standing) => {
      // Who may not, has nothing to take back.
      if (isIn(standing)) await cast.actors[standing].codeOf("reaction:add", { roomId, seq: 1, emoji: "👍" });
      return { roomId, seq: 1, emoji: "👍" };
    },
  },
  "reaction:list": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "poll:vote": { input: async (scene) => ({ roomId: scene.roomId, seq: (await poll(scene)).seq, chosen: [0] }) },
  "poll:close": {
    input: async (scene) => ({ roomId: scene.roomId, messageId: (await poll(scene)).id }),
    expected: { member: "forbidden", muted: "forbidden" },
  },
  "poll:list": { input: async (scene) => ({ roomId: scene.roomId, seq: (await poll(scene)).seq }) },
  "edit:list": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "pin:add": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "pin:remove": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "pin:list": inRoom,
  "saved:add": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "saved:remove": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "saved:list": nothing,
  ...scheduledRows,
  "thread:open": { input: ({ roomId }) => ({ roomId, seq: 1 }), expected: { muted: "forbidden" } },
  "thread:follow": {
    input: async ({ roomId, cast }) => {
      const opened = await cast.actors.owner.ask("thread:open", { roomId, seq: 1 });
      return { roomId: opened.ok ? (opened.data as RoomState).room.id : roomId, isFollowed: true };
    },
  },
  "receipt:read": { input: ({ roomId }) => ({ roomId, seq: 2 }) },
  "receipt:unread": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "receipt:delivered": { input: ({ roomId }) => ({ rooms: [{ roomId, seq: 3 }] }), ignored: outside },
  "receipt:list": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "room:prefer": { input: ({ roomId }) => ({ roomId, typing: false }) },
  "draft:save": { input: ({ roomId }) => ({ roomId, body: "Half a sent" }) },
  "presence:watch": {
    input: ({ roomId }) => ({ roomIds: [roomId] }),
    // Rooms that one is not in are left out of the list, without a word.
    expected: Object.fromEntries(outside.map((standing) => [standing, "ok"])),
    ignored: outside,
  },
  "presence:idle": { input: () => ({ isIdle: true }) },
  "typing:start": inRoom,
  "typing:stop": inRoom,
  "room:accept": inRoom,
  "room:decline": { ...inRoom, expected: inside("conflict") },
  // Somebody who takes no part in any scene: a block lasts.
  "block:add": { input: ({ cast }) => ({ userId: cast.actors.revoked.id }) },
  "block:remove": {
    input: async ({ cast }, standing) => {
      const userId = cast.actors.revoked.id;
      if (standing !== "anonymous" && standing !== "revoked") await cast.actors[standing].do("block:add", { userId });
      return { userId };
    },
  },
  "sync:open": nothing,
  "sync:room": { input: ({ roomId }) => ({ roomId, sinceRev: 0 }) },
  "sync:check": { input: ({ roomId }) => ({ rooms: [{ roomId, rev: 1 }] }) },
};

const rank = { member: 1, moderator: 2, owner: 3 } as const;
const least: Record<Exclude<Permission, "join">, keyof typeof rank> = {
  view: "member",
  post: "member",
  react: "member",
  invite: "member",
  add: "member",
  remove: "moderator",
  moderate: "moderator",
  change: "moderator",
  expire: "moderator",
  "mention-all": "member",
  pin: "member",
  thread: "member",
  discipline: "moderator",
  govern: "owner",
};

/** What the definition of a request says of somebody who stands so to a room of this kind. */
export function expectedCode(name: RequestName, standing: Standing, kind: Scene["kind"]): string {
  const definition: { caller: string; permission?: Permission } = requests[name];
  const isSignedIn = standing !== "anonymous" && standing !== "revoked";
  if (definition.caller === "person" && !isSignedIn) return "unauthenticated";
  const { expected = {} } = rows[name];
  const special = ("public" in expected ? expected[kind] : expected)[standing];
  if (special !== undefined) return special;
  const { permission } = definition;
  if (permission === undefined) return "ok";
  const role = roles[standing];
  if (permission === "join") return kind === "public" ? "ok" : role === undefined ? "not_found" : "forbidden";
  if (role === undefined) return kind === "public" ? "forbidden" : "not_found";
  if (standing === "muted" && ["post", "react", "pin", "thread"].includes(permission)) return "forbidden";
  return rank[role] >= rank[least[permission]] ? "ok" : "forbidden";
}
