import type { MemberRole, RoomRules } from "@parley/contract";

interface Speaker {
  readonly role: MemberRole;
  /** When they last wrote while the room was slow; null for never. */
  readonly spokeAt: number | null;
}

/** Whether this member's messages are counted in time here. Moderators do not wait. */
export function isSlowed(rules: RoomRules, role: MemberRole): boolean {
  return rules.slowModeMs > 0 && role === "member";
}

/** Milliseconds until this member may write again; 0 for now. A clock that was put back makes nobody wait longer. */
export function slowModeWait(rules: RoomRules, { role, spokeAt }: Speaker, now: number): number {
  if (!isSlowed(rules, role) || spokeAt === null) return 0;
  return Math.min(rules.slowModeMs, Math.max(0, spokeAt + rules.slowModeMs - now));
}
