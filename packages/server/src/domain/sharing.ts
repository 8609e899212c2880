import type { Preferences, Privacy, Receipt, RoomId, Settings } from "@parley/contract";
import { isBetween, maySee, type Place, type Regard } from "./visibility.ts";

/** What everyone may switch off, for all conversations or for one; switched off is mutual. */
export type Switch = keyof Preferences;

const ordinary: Place = { preferences: { typing: null, receipts: null }, isApart: false };

/** What holds for somebody in a conversation. */
function placeOf({ places }: Regard, roomId: RoomId): Place {
  return places.get(roomId) ?? ordinary;
}

/** Whether one member sees in a conversation that another is here. */
export function isSeenIn(roomId: RoomId, subject: Regard, viewer: Regard): boolean {
  if (subject.userId === viewer.userId) return true;
  const isApart = placeOf(subject, roomId).isApart || placeOf(viewer, roomId).isApart;
  return !isApart && maySee("presence", subject, viewer);
}

/** Whether somebody shares this here, and so hears of others'. */
export function isOn(item: Switch, privacy: Pick<Privacy, Switch>, { preferences, isApart }: Place): boolean {
  return !isApart && (preferences[item] ?? privacy[item]);
}

/** What of their pointers others are shown while they move. */
export interface Shown {
  readonly read: boolean;
  readonly delivered: boolean;
}

export function shownPointers({ presence, privacy }: Pick<Settings, "presence" | "privacy">, place: Place): Shown {
  const isSeen = presence !== "invisible" && !place.isApart;
  return { read: isSeen && isOn("receipts", privacy, place), delivered: isSeen };
}

/** Whether others in the room learn that somebody is writing. */
export function showsTyping(subject: Regard, roomId: RoomId): boolean {
  return subject.mode !== "invisible" && isOn("typing", subject.privacy, placeOf(subject, roomId));
}

/** Whether somebody learns that another one is writing, who shows it. */
export function hearsTyping(viewer: Regard, subject: Pick<Regard, "userId">, roomId: RoomId): boolean {
  return isOn("typing", viewer.privacy, placeOf(viewer, roomId)) && !isBetween("typing", viewer, subject);
}

/** A member's pointers as another member is told them; null for nothing. One's own are always told. */
export function receiptFor(viewer: Regard, receipt: Receipt, roomId: RoomId): Receipt | null {
  if (receipt.userId === viewer.userId) return receipt;
  const place = placeOf(viewer, roomId);
  if (place.isApart || isBetween("receipts", viewer, receipt)) return null;
  return asShown(viewer, receipt, place);
}

/**
 * The pointers of somebody who blocked the viewer, as they were then. They stay where they were: to the one who is
 * blocked it is as if receipts had been switched off. Who blocked, too, sees nothing.
 */
export function frozenReceiptFor(viewer: Regard, frozen: Receipt, roomId: RoomId): Receipt | null {
  const place = placeOf(viewer, roomId);
  if (place.isApart || viewer.blocked.get(frozen.userId)?.byMe) return null;
  return asShown(viewer, frozen, place);
}

function asShown(viewer: Regard, receipt: Receipt, place: Place): Receipt {
  return isOn("receipts", viewer.privacy, place) ? receipt : { ...receipt, readSeq: 0 };
}
