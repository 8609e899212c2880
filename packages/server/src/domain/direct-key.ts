import type { UserId } from "@parley/contract";

/** What makes a private conversation the one between just these people: their ids, sorted. */
export function directKey(userIds: Iterable<UserId>): string {
  return [...new Set(userIds)].sort().join(" ");
}
