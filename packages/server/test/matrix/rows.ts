/** One row for each request of the contract: what is sent, and where its own rules say more than its definition. */
import {
  type Input,
  type MessageId,
  newId,
  type Permission,
  type RequestName,
  type RoomId,
  requests,
} from "@parley/contract";
import { password } from "../person.ts";
import { roles, type Scene, type Standing } from "./scene.ts";

interface Row<N extends RequestName> {
  input(scene: Scene, standing: Standing): Input<N> | Promise<Input<N>>;
  /** Where the definition alone does not decide. */
  expected?: Partial<Record<Standing, string>>;
  /** Answered, but without any effect. */
  ignored?: readonly Standing[];
}

const inRoom = { input: ({ roomId }: Scene) => ({ roomId }) };
const nothing = { input: () => ({}) };
const nowhere = ["outsider", "serverOwner", "serverAdmin", "exMember"] as const;

const everybody = (code: string) =>
  Object.fromEntries(
    ["anonymous", "revoked", ...nowhere, "member", "moderator", "owner"].map((standing) => [standing, code]),
  ) as Record<Standing, string>;

function ownMessage(scene: Scene, standing: Standing) {
  const message = scene.messages.get(standing) ?? scene.messages.get("member");
  if (message === undefined) throw new Error("A scene has messages.");
  return { roomId: scene.roomId, messageId: message.id };
}

const numbers = Array(10_000).keys();
const fresh = (stem: string) => `${stem} ${numbers.next().value}`;

export const rows: { [N in RequestName]: Row<N> } = {
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
  "settings:change": { input: (_, standing) => ({ language: standing }) },
  "room:create": {
    input: ({ kind }) => ({ id: newId<RoomId>(Date.now()), kind, name: fresh("A room") }),
  },
  "room:create-direct": { input: ({ cast }) => ({ userIds: [cast.target.id, cast.spare.id] }) },
  "room:change": { input: ({ roomId }) => ({ roomId, topic: fresh("A topic") }) },
  "room:join": inRoom,
  "room:leave": { ...inRoom, expected: { owner: "conflict" } },
  "room:list": nothing,
  "room:open": inRoom,
  "room:clear": inRoom,
  "room:delete-direct": { ...inRoom, expected: { member: "forbidden", moderator: "forbidden", owner: "forbidden" } },
  "room:set-expiry": { input: ({ roomId }) => ({ roomId, expiresAfterMs: 300_000 }) },
  "member:list": inRoom,
  "member:add": { input: ({ roomId, cast }) => ({ roomId, userIds: [cast.spare.id] }) },
  "member:remove": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id }) },
  "member:change": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id, role: "moderator" }) },
  "invitation:create": inRoom,
  "invitation:list": inRoom,
  "invitation:revoke": { input: ({ roomId, invitation }) => ({ roomId, invitationId: invitation.id }) },
  "invitation:describe": { input: ({ invitation }) => ({ code: invitation.code }) },
  "invitation:accept": { input: ({ invitation }) => ({ code: invitation.code }) },
  "message:send": { input: ({ roomId }) => ({ id: newId<MessageId>(Date.now()), roomId, body: "Hello" }) },
  "message:edit": { input: (scene, standing) => ({ ...ownMessage(scene, standing), body: "Better" }) },
  "message:delete": { input: ownMessage },
  "message:delete-mine": inRoom,
  "message:history": inRoom,
  "message:list": { input: ({ roomId }) => ({ roomId, seqs: [1] }) },
  "receipt:read": { input: ({ roomId }) => ({ roomId, seq: 2 }) },
  "receipt:unread": { input: ({ roomId }) => ({ roomId, seq: 1 }) },
  "receipt:delivered": { input: ({ roomId }) => ({ rooms: [{ roomId, seq: 3 }] }), ignored: nowhere },
  "draft:save": { input: ({ roomId }) => ({ roomId, body: "Half a sent" }) },
  "presence:watch": {
    input: ({ roomId }) => ({ roomIds: [roomId] }),
    // Rooms that one is not in are left out of the list, without a word.
    expected: Object.fromEntries(nowhere.map((standing) => [standing, "ok"])),
    ignored: nowhere,
  },
  "typing:start": inRoom,
  "typing:stop": inRoom,
  "room:accept": inRoom,
  "room:decline": { ...inRoom, expected: { member: "conflict", moderator: "conflict", owner: "conflict" } },
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
  invite: "member",
  add: "member",
  remove: "moderator",
  moderate: "moderator",
  change: "moderator",
  expire: "moderator",
  "mention-all": "member",
  discipline: "moderator",
  govern: "owner",
};

/** What the definition of a request says of somebody who stands so to a room of this kind. */
export function expectedCode(name: RequestName, standing: Standing, kind: Scene["kind"]): string {
  const definition: { caller: string; permission?: Permission } = requests[name];
  const isSignedIn = standing !== "anonymous" && standing !== "revoked";
  if (definition.caller === "person" && !isSignedIn) return "unauthenticated";
  const special = rows[name].expected?.[standing];
  if (special !== undefined) return special;
  const { permission } = definition;
  if (permission === undefined) return "ok";
  const role = roles[standing];
  if (permission === "join") return kind === "public" ? "ok" : role === undefined ? "not_found" : "forbidden";
  if (role === undefined) return kind === "public" ? "forbidden" : "not_found";
  return rank[role] >= rank[least[permission]] ? "ok" : "forbidden";
}
