/** What keeps order: in a room its moderators, on the server its administrators. */
import {
  newId,
  type ReportId,
  type RequestName,
  type reportRequests,
  type UserId,
  type WarningId,
} from "@parley/contract";
import { register } from "../person.ts";
import { byKind, isSignedIn, type Rows } from "./row.ts";
import { type Scene, type Standing, standings } from "./scene.ts";

type OrderRequest =
  | keyof typeof reportRequests
  | "member:mute"
  | "member:ban"
  | "member:unban"
  | "member:list-bans"
  | "server:settings"
  | "server:change";

const administrators = ["serverOwner", "serverAdmin"] as const;
const numbers = Array(10_000).keys();

/** All but these are refused so. */
const onlyFor = (allowed: readonly Standing[], code: string) =>
  Object.fromEntries(standings.map((standing) => [standing, allowed.includes(standing) ? "ok" : code]));

/** Somebody new, because what happens to them lasts. */
async function newcomer({ cast }: Scene): Promise<UserId> {
  return (await register(cast.target.server, `Suspect ${numbers.next().value}`)).id;
}

/** What a person without a word in the room says of it. */
const asOutsider = byKind((kind) => {
  const code = kind === "public" ? "forbidden" : "not_found";
  return { outsider: code, exMember: code, banned: code, serverOwner: code, serverAdmin: code };
});

async function reportIn({ roomId, cast }: Scene): Promise<ReportId> {
  const userId = cast.actors.exMember.id;
  return (await cast.target.do("report:create", { roomId, userId, reason: "spam" })).id;
}

async function warningFor({ cast }: Scene, standing: Standing): Promise<WarningId> {
  // Nobody warns the owner of the server.
  if (!isSignedIn(standing) || standing === "serverOwner") return newId<WarningId>(Date.now());
  const actor = cast.actors[standing];
  const { id: reportId } = await cast.target.do("report:create", { userId: actor.id, reason: "other" });
  await cast.actors.serverOwner.do("report:settle", { reportId, action: "warn", note: "Please." });
  const [warning] = (await actor.do("sync:open", {})).warnings;
  return warning?.id ?? newId<WarningId>(Date.now());
}

export const orderRows: Rows<OrderRequest & RequestName> = {
  "member:mute": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id, forMs: 60_000 }) },
  "member:ban": { input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id, reason: "Noise" }) },
  "member:unban": {
    input: async ({ roomId, cast }) => {
      await cast.actors.owner.codeOf("member:ban", { roomId, userId: cast.spare.id });
      return { roomId, userId: cast.spare.id };
    },
  },
  "member:list-bans": { input: ({ roomId }) => ({ roomId }) },
  "report:create": {
    input: ({ roomId, cast }) => ({ roomId, userId: cast.target.id, reason: "spam" }),
    expected: asOutsider,
  },
  "report:list": { input: () => ({}) },
  "report:settle": {
    input: async (scene) => ({ reportId: await reportIn(scene), action: "dismiss" }),
    expected: onlyFor(["moderator", "owner", ...administrators], "not_found"),
  },
  "warning:acknowledge": {
    input: async (scene, standing) => ({ warningId: await warningFor(scene, standing) }),
    expected: { serverOwner: "not_found" },
  },
  "server:settings": { input: () => ({}), expected: onlyFor(administrators, "forbidden") },
  "server:change": { input: () => ({ linkPreviews: false }), expected: onlyFor(administrators, "forbidden") },
  "user:suspend": {
    input: async (scene) => ({ userId: await newcomer(scene), forMs: 60_000 }),
    expected: onlyFor(administrators, "forbidden"),
  },
  "user:restore": {
    input: async (scene) => {
      const userId = await newcomer(scene);
      await scene.cast.actors.serverOwner.do("user:suspend", { userId, forMs: null });
      return { userId };
    },
    expected: onlyFor(administrators, "forbidden"),
  },
  "user:change-role": {
    input: async (scene) => ({ userId: await newcomer(scene), role: "admin" }),
    expected: onlyFor(["serverOwner"], "forbidden"),
  },
  "audit:list": {
    input: ({ roomId }) => ({ roomId }),
    expected: byKind((kind) => {
      const code = kind === "public" ? "forbidden" : "not_found";
      return { outsider: code, exMember: code, banned: code, member: "forbidden", muted: "forbidden" };
    }),
    oversees: administrators,
  },
};
