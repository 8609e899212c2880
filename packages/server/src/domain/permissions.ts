import type { MemberRole, Permission, Room, RoomRules } from "@parley/contract";

/** What a rule needs to know of a room and of the one who asks; `role` is null for an outsider. */
export interface Stance {
  readonly room: Pick<Room, "kind" | "isLobby" | "rules">;
  readonly role: MemberRole | null;
  /** They are to read only, for now. */
  readonly isMuted?: boolean;
  /** Set: the room is a thread, and the role the one in its message's room. */
  readonly thread?: object | undefined;
}

export type Verdict = "allowed" | "forbidden" | "not_found";

const roleRank: Record<MemberRole, number> = { member: 1, moderator: 2, owner: 3 };

/** The least role for each permission in a room with a name. `null`: no membership needed. */
const leastRole: Record<Permission, MemberRole | null> = {
  view: "member",
  post: "member",
  react: "member",
  join: null,
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

/**
 * What somebody who is muted does not do. A reaction is a word, too: it stands under a message for all to see, and
 * twenty of them would be a way around being muted.
 */
const silenced: ReadonlySet<Permission> = new Set(["post", "react", "mention-all", "pin", "thread"]);

/**
 * The permissions that a room's own rules may leave to its moderators. Reacting is not among them: where only moderators
 * write, it is how everybody else answers; nor does slow mode, which is there so that messages can be read, slow it.
 */
function leftToModerators(permission: Permission, rules: RoomRules): boolean {
  if (permission === "post" || permission === "thread") return rules.post === "moderators";
  if (permission === "invite" || permission === "add") return rules.invite === "moderators";
  if (permission === "pin") return rules.pin === "moderators";
  return permission === "mention-all" && rules.mentionAll === "moderators";
}

/** In a private conversation all are equal, and it stays with those it began with. */
const allowedInDirect: ReadonlySet<Permission> = new Set(["view", "post", "react", "expire", "pin"]);

/** A thread is only for talking: who is in it, and what holds there, is its room's. */
const allowedInThread: ReadonlySet<Permission> = new Set(["view", "post", "react", "moderate", "mention-all"]);

/**
 * Whether one may do this here. An outsider learns nothing of a private or direct room: it is not found. A public room
 * is listed for everyone, so there the answer is forbidden.
 */
export function judge(permission: Permission, { room, role, isMuted, thread }: Stance): Verdict {
  if (role === null) return judgeOutsider(thread === undefined ? permission : "view", room.kind === "public");
  if (thread !== undefined && !allowedInThread.has(permission)) return "forbidden";
  if (permission === "join") return room.kind === "public" ? "allowed" : "forbidden";
  if (room.kind === "direct") return allowedInDirect.has(permission) ? "allowed" : "forbidden";
  // Everybody is in the lobby, so nobody is taken out of it.
  if (room.isLobby && permission === "remove") return "forbidden";
  if (isMuted === true && silenced.has(permission)) return "forbidden";
  const least = leftToModerators(permission, room.rules) ? "moderator" : leastRole[permission];
  return least === null || roleRank[role] >= roleRank[least] ? "allowed" : "forbidden";
}

function judgeOutsider(permission: Permission, isPublic: boolean): Verdict {
  if (!isPublic) return "not_found";
  return permission === "join" ? "allowed" : "forbidden";
}

/** Why a thread is not the place for something. */
export const inItsRoom = "This is a thread. Do that in its room.";

/** Why something is forbidden here, in words for the one who tried. */
export function whyForbidden(permission: Permission, { room, role, thread }: Stance): string {
  if (role === null) return "Join the room first.";
  if (thread !== undefined && !allowedInThread.has(permission)) return inItsRoom;
  if (permission === "thread" && room.kind === "direct") return "In a private conversation there are no threads.";
  if (role === "member" && room.kind !== "direct" && leftToModerators(permission, room.rules)) {
    if (permission === "post" || permission === "thread") return "Only moderators write in this room.";
    if (permission === "mention-all") return "Only moderators call everyone in this room.";
    if (permission === "pin") return "Only moderators pin messages in this room.";
    return "Only moderators bring people into this room.";
  }
  return "You may not do this in this room.";
}

/** Whether one member may take out, mute or ban another: only those who rank below; whoever is outside ranks below all. */
export function mayRemove(actor: MemberRole, target: MemberRole | null): boolean {
  return target === null || roleRank[actor] > roleRank[target];
}

/** Whether one may delete a message: its sender, or who may moderate. Editing is the sender's alone. */
export function mayDelete(stance: Stance, isOwn: boolean): boolean {
  return isOwn || judge("moderate", stance) === "allowed";
}
