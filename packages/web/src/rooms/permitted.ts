import type { MemberRole, Permission, RoomState } from "@parley/contract";

const rank: Record<MemberRole, number> = { member: 1, moderator: 2, owner: 3 };

type Guarded = Extract<
  Permission,
  "post" | "invite" | "add" | "remove" | "change" | "expire" | "pin" | "discipline" | "govern"
>;

const least: Record<Guarded, MemberRole> = {
  post: "member",
  invite: "member",
  add: "member",
  remove: "moderator",
  change: "moderator",
  expire: "moderator",
  pin: "member",
  discipline: "moderator",
  govern: "owner",
};

/** Which rule of a room may leave it to the moderators. */
const rule: Partial<Record<Guarded, "post" | "invite" | "pin">> = {
  post: "post",
  invite: "invite",
  add: "invite",
  pin: "pin",
};

/** Whether to offer something. The server decides by the same rule (its `domain/permissions`) and has the last word. */
export function mayDo(permission: Guarded, { room, role }: Pick<RoomState, "room" | "role">): boolean {
  if (room.kind === "direct") return ["expire", "post", "pin"].includes(permission);
  if (room.isLobby && permission === "remove") return false;
  const by = rule[permission];
  const wanted = by !== undefined && room.rules[by] === "moderators" ? "moderator" : least[permission];
  return rank[role] >= rank[wanted];
}

/** Only those who rank below can be taken out. */
export function mayRemove(actor: MemberRole, target: MemberRole): boolean {
  return rank[actor] > rank[target];
}
