import type { MemberRole, Permission, RoomState } from "@parley/contract";

const rank: Record<MemberRole, number> = { member: 1, moderator: 2, owner: 3 };

type Guarded = Extract<Permission, "invite" | "add" | "remove" | "change" | "govern">;

const least: Record<Guarded, MemberRole> = {
  invite: "member",
  add: "member",
  remove: "moderator",
  change: "moderator",
  govern: "owner",
};

/** Whether to offer something. The server decides by the same rule (its `domain/permissions`) and has the last word. */
export function mayDo(permission: Guarded, { room, role }: Pick<RoomState, "room" | "role">): boolean {
  if (room.kind === "direct") return false;
  if (room.isLobby && permission === "remove") return false;
  return rank[role] >= rank[least[permission]];
}

/** Only those who rank below can be taken out. */
export function mayRemove(actor: MemberRole, target: MemberRole): boolean {
  return rank[actor] > rank[target];
}
