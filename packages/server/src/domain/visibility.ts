import type { Preferences, Privacy, RoomId, Settings, UserId, Visibility } from "@parley/contract";
import { type Block, isWithheld } from "./blocking.ts";

/** What decides who learns what of a person, and what they learn of others. */
export interface Regard {
  readonly userId: UserId;
  readonly mode: Settings["presence"];
  readonly privacy: Privacy;
  readonly friends: ReadonlySet<UserId>;
  /** Whom they blocked, and who blocked them. */
  readonly blocked: ReadonlyMap<UserId, Block>;
  /** Only those conversations where something else holds than the settings say. */
  readonly places: ReadonlyMap<RoomId, Place>;
}

/** What holds for one person in one conversation. */
export interface Place {
  readonly preferences: Preferences;
  /** A stranger's conversation that was not accepted: nothing passes there, either way. */
  readonly isApart: boolean;
}

/** What has an audience of its own. */
export type Sight = "presence" | "lastSeen";

/**
 * Whether one person may learn this of another. It is mutual, pair by pair: from whom I hide it, I do not see theirs.
 * Invisible is no audience but a mask: nobody sees whoever wears it, and they see as before.
 */
export function maySee(sight: Sight, subject: Regard, viewer: Regard): boolean {
  if (subject.userId === viewer.userId) return true;
  if (sight === "presence" && subject.mode === "invisible") return false;
  return isShownTo(sight, subject, viewer);
}

/** Whether somebody is in the audience, masked or not: that a mask is worn is not told, as it would be by a refusal. */
export function isShownTo(sight: Sight, subject: Regard, viewer: Regard): boolean {
  if (isBetween("presence", subject, viewer)) return false;
  const isFriend = viewer.friends.has(subject.userId);
  return (
    shows(subject.privacy[sight], viewer.userId, isFriend) && shows(viewer.privacy[sight], subject.userId, isFriend)
  );
}

/** Whether a block lies between two people that withholds this. */
export function isBetween(
  tie: "presence" | "typing" | "receipts",
  one: Regard,
  other: Pick<Regard, "userId">,
): boolean {
  const block = one.blocked.get(other.userId);
  return block !== undefined && isWithheld(tie, block);
}

function shows({ audience, except }: Visibility, to: UserId, isFriend: boolean): boolean {
  const isExcepted = except.includes(to);
  if (audience === "everyone") return !isExcepted;
  return isExcepted || (audience === "friends" && isFriend);
}
