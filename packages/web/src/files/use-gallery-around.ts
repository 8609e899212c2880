import type { RoomId } from "@parley/contract";
import { useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { useClientState } from "../use-client-state.ts";
import { type Known, keyOf, knownAround, withLocal, withNewer, withOlder } from "./known-pictures.ts";
import type { ShownPicture } from "./show-file.ts";
import { usePictures } from "./use-pictures.ts";

/** So few pictures before the end of what is known, more are asked for. */
const AHEAD = 4;
const PAGE = 20;

export interface GalleryAround {
  /** The shown one as it is now: stored, perhaps, where it was waiting. */
  readonly picture: ShownPicture;
  readonly before: ShownPicture | undefined;
  readonly after: ShownPicture | undefined;
  /** Deleted, while it was looked at. */
  readonly isGone: boolean;
}

/**
 * What stands before and after a picture in its room's gallery. It begins with what the conversation has loaded, if the
 * picture is there, else with the picture alone; the rest is fetched as one comes near the ends.
 */
export function useGalleryAround(roomId: RoomId, shown: ShownPicture): GalleryAround {
  const local = usePictures(roomId);
  const blocked = useBlocked();
  const gone = useDeleted(roomId);
  const window = useClientState((state) => state.rooms.get(roomId)?.window ?? null);
  const [known, setKnown] = useState<Known>(() => knownAround(shown, local, window));
  const pictures = useMemo(() => {
    const isSeen = (one: ShownPicture) => !gone.has(one.messageId) && !blocked.includes(one.senderId);
    return withLocal(known, local).filter(isSeen);
  }, [known, local, gone, blocked]);
  const at = pictures.findIndex((one) => keyOf(one) === keyOf(shown));
  useMore({ roomId, known, setKnown, isNearStart: at < AHEAD, isNearEnd: at >= pictures.length - AHEAD });
  return {
    picture: pictures[at] ?? shown,
    before: pictures[at - 1],
    after: at < 0 ? undefined : pictures[at + 1],
    isGone: at < 0 && gone.has(shown.messageId),
  };
}

/** Messages that were deleted while this is looked at. */
function useDeleted(roomId: RoomId): ReadonlySet<string> {
  const client = useClient();
  const [deleted, setDeleted] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      client.on("event", (eventRoomId, [name, payload]) => {
        if (name !== "message:deleted" || eventRoomId !== roomId) return;
        setDeleted((before) => new Set([...before, payload.id]));
      }),
    [client, roomId],
  );
  return deleted;
}

interface MoreOptions {
  readonly roomId: RoomId;
  readonly known: Known;
  readonly setKnown: (change: (before: Known) => Known) => void;
  readonly isNearStart: boolean;
  readonly isNearEnd: boolean;
}

/** One page at a time in each direction. What fails is tried again when one goes on. */
function useMore({ roomId, known, setKnown, isNearStart, isNearEnd }: MoreOptions): void {
  const client = useClient();
  const underWay = useRef(new Set<string>());
  const { low, high, isStart, isEnd } = known;
  useEffect(() => {
    const ask = async (name: string, place: { beforeSeq: number } | { afterSeq: number }, take: typeof withOlder) => {
      if (underWay.current.has(name)) return;
      underWay.current.add(name);
      try {
        const page = await client.call("file:list", { roomId, kind: "media", limit: PAGE, ...place });
        setKnown((before) => take(before, page));
      } catch {
        // As far as is known already one can look all the same.
      } finally {
        underWay.current.delete(name);
      }
    };
    if (isNearStart && !isStart) void ask("older", { beforeSeq: low }, withOlder);
    if (isNearEnd && !isEnd) void ask("newer", { afterSeq: high }, withNewer);
  }, [client, roomId, setKnown, isNearStart, isNearEnd, isStart, isEnd, low, high]);
}
