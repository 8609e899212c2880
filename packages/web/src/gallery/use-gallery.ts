import type { GalleryCursor, GalleryKind, MessageId, RoomId, User, UserId } from "@parley/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { useClientState } from "../use-client-state.ts";
import type { GalleryItem } from "./gallery-item.ts";
import { type KnownItems, nothingKnown, withPage } from "./known-items.ts";
import { useGalleryNews } from "./use-gallery-news.ts";

export interface Gallery {
  /** Newest first; null until the first page is there. */
  readonly items: readonly GalleryItem[] | null;
  readonly people: ReadonlyMap<UserId, User>;
  /** Messages that were deleted while this is looked at. */
  readonly deleted: ReadonlySet<MessageId>;
  readonly hasMore: boolean;
  readonly error: unknown;
  /** The next page, or the one that failed again. */
  readonly loadMore: () => void;
}

const PAGE = 30;

/** One part of the gallery of a room and its threads, page by page, kept as it is while it is looked at. */
export function useGallery(roomId: RoomId, tab: GalleryKind): Gallery {
  const client = useClient();
  const blocked = useBlocked();
  const [known, setKnown] = useState(nothingKnown);
  const underWay = useRef<GalleryCursor | "first" | null>(null);
  const loadMore = useCallback(() => {
    const { next } = known;
    if (next === null || underWay.current === (next ?? "first")) return;
    underWay.current = next ?? "first";
    const done = (change: (before: KnownItems) => KnownItems) => {
      underWay.current = null;
      setKnown(change);
    };
    client.call("gallery:list", { roomId, kind: tab, limit: PAGE, ...(next && { cursor: next }) }).then(
      (page) => done((before) => (before.next === next ? withPage(before, tab, page) : before)),
      (error: unknown) => done((before) => ({ ...before, error })),
    );
  }, [client, roomId, tab, known]);
  const isLive = useClientState((state) => state.connection.status === "live");
  // After a time without a connection all of it is asked for anew: nobody told what came and went meanwhile.
  useEffect(() => {
    if (isLive) return () => setKnown((before) => ({ ...before, next: undefined }));
    return undefined;
  }, [isLive]);
  const isWanted = known.next === undefined && known.error === null && isLive;
  useEffect(() => {
    if (isWanted) loadMore();
  }, [isWanted, loadMore]);
  useGalleryNews(roomId, tab, { known, setKnown });
  const items = useMemo(
    () => known.items?.filter(({ senderId }) => !blocked.includes(senderId)) ?? null,
    [known.items, blocked],
  );
  const { people, deleted, error } = known;
  return { items, people, deleted, hasMore: known.next !== null, error, loadMore };
}
