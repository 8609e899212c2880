import type { User } from "@parley/contract";

type UserRole = User["role"];

const rank: Record<UserRole, number> = { person: 1, admin: 2, owner: 3 };

/** Whether one keeps order on the whole server. */
export function isAdministrator(role: UserRole): boolean {
  return rank[role] >= rank.admin;
}

/** Whether one may act on the account of another: only as an administrator, and only of those who rank below. */
export function mayAdminister(actor: UserRole, target: UserRole): boolean {
  return isAdministrator(actor) && rank[actor] > rank[target];
}
