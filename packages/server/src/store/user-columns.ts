import type { Status, User, UserId } from "@parley/contract";

/** What is read of a person to show them, under the names of {@link UserRow}. */
export const userColumns = [
  "users.id as id",
  "users.handle as handle",
  "users.name as name",
  "users.role as role",
  "users.avatar as avatar",
  "users.status as status",
  "users.gone_at as goneAt",
] as const;

export interface UserRow {
  id: UserId;
  handle: string;
  name: string;
  role: User["role"];
  avatar: string | null;
  status: string | null;
  goneAt: number | null;
}

/** A person with all there is to see; what of it is for whom, domain/profiles.ts says. */
export function toUser({ id, handle, name, role, avatar, status, goneAt }: UserRow): User {
  const user: User = { id, handle, name, role };
  if (avatar !== null) user.avatar = avatar;
  if (status !== null) user.status = JSON.parse(status) as Status;
  if (goneAt !== null) user.isGone = true;
  return user;
}
