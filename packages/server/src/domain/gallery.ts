import type { GalleryCursor, RoomId } from "@parley/contract";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly sentAt: number;
}

export const galleryStart: GalleryCursor = { beforeSeq: Number.MAX_SAFE_INTEGER, thread: null };

/**
 * A page of what is in a room itself and what is in its threads, each newest first and longer than the page where there
 * is more: always the later of the two that are next. How far each has come is kept apart, so that nothing is shown twice
 * or left out, whatever their times. The cursor is null when nothing is left.
 */
export function mergedPage<O extends Place, R extends Place>(
  { own, replies }: { own: readonly O[]; replies: readonly R[] },
  { cursor, limit }: { cursor: GalleryCursor; limit: number },
): { places: (O | R)[]; cursor: GalleryCursor | null } {
  const places: (O | R)[] = [];
  let [ownCount, replyCount] = [0, 0];
  while (places.length < limit) {
    const [ofRoom, ofThread] = [own[ownCount], replies[replyCount]];
    if (ofRoom !== undefined && ofRoom.sentAt >= (ofThread?.sentAt ?? 0)) {
      places.push(ofRoom);
      ownCount += 1;
    } else if (ofThread !== undefined) {
      places.push(ofThread);
      replyCount += 1;
    } else break;
  }
  if (ownCount === own.length && replyCount === replies.length) return { places, cursor: null };
  const [lastOwn, lastReply] = [own[ownCount - 1], replies[replyCount - 1]];
  const thread = lastReply && { sentAt: lastReply.sentAt, roomId: lastReply.roomId, seq: lastReply.seq };
  return { places, cursor: { beforeSeq: lastOwn?.seq ?? cursor.beforeSeq, thread: thread ?? cursor.thread } };
}
