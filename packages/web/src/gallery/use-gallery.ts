import type { ParleyClient } from "@parley/client";
import type { EventPair, RoomId, User, UserId } from "@parley/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { useClientState } from "../use-client-state.ts";
import { type GalleryItem, type GalleryTab, itemsOf, keyOf } from "./gallery-item.ts";

interface Page {
  readonly items: readonly GalleryItem[];
  readonly people: readonly User[];
  /** Where the next one begins; null at the end. */
  readonly next: number | null;
}

export interface Gallery {
  /** Newest first; null until the first page is there. */
  readonly items: readonly GalleryItem[] | null;
  readonly people: ReadonlyMap<UserId, User>;
  readonly hasMore: boolean;
  readonly error: unknown;
  /** The next page, or the one that failed again. */
  readonly loadMore: () => void;
}

interface Kept extends Omit<Gallery, "loadMore" | "hasMore"> {
  /** Undefined until the first page is there. */
  readonly next: number | null | undefined;
}

const nothing: Kept = { items: null, people: new Map(), next: undefined, error: null };
const PAGE = 30;

/** One part of a room's gallery, page by page, kept as it is while it is looked at. */
export function useGallery(roomId: RoomId, tab: GalleryTab): Gallery {
  const client = useClient();
  const blocked = useBlocked();
  const [kept, setKept] = useState(nothing);
  const underWay = useRef<number | null>(null);
  const loadMore = useCallback(() => {
    const { next } = kept;
    if (next === null || underWay.current === (next ?? 0)) return;
    underWay.current = next ?? 0;
    const done = (change: (before: Kept) => Kept) => {
      underWay.current = null;
      setKept(change);
    };
    pageOf(client, { roomId, tab, beforeSeq: next }).then(
      (page) => done((before) => (before.next === next ? withPage(before, page) : before)),
      (error: unknown) => done((before) => ({ ...before, error })),
    );
  }, [client, roomId, tab, kept]);
  const isLive = useClientState((state) => state.connection.status === "live");
  // After a time without a connection all of it is asked for anew: nobody told what came and went meanwhile.
  useEffect(() => {
    if (isLive) return () => setKept((before) => ({ ...before, next: undefined }));
    return undefined;
  }, [isLive]);
  const isWanted = kept.next === undefined && kept.error === null && isLive;
  useEffect(() => {
    if (isWanted) loadMore();
  }, [isWanted, loadMore]);
  useEffect(
    () =>
      client.on("event", (eventRoomId, event) => {
        if (eventRoomId === roomId) setKept((before) => afterEvent(before, tab, event));
      }),
    [client, roomId, tab],
  );
  const items = useMemo(
    () => kept.items?.filter(({ senderId }) => !blocked.includes(senderId)) ?? null,
    [kept.items, blocked],
  );
  return { items, people: kept.people, hasMore: kept.next !== null, error: kept.error, loadMore };
}

interface Asked {
  readonly roomId: RoomId;
  readonly tab: GalleryTab;
  readonly beforeSeq: number | null | undefined;
}

async function pageOf(client: ParleyClient, { roomId, tab, beforeSeq }: Asked): Promise<Page> {
  const from = typeof beforeSeq === "number" ? { beforeSeq } : {};
  if (tab === "link") {
    const { messages, people, next } = await client.call("search:links", { roomId, limit: PAGE, ...from });
    return { items: messages.flatMap((message) => itemsOf(tab, message)), people, next };
  }
  const { entries, people, isEnd } = await client.call("file:list", { roomId, kind: tab, limit: PAGE, ...from });
  const items = entries.map((entry) => ({ ...entry, key: keyOf(entry.messageId, entry.file) }));
  return { items, people, next: isEnd ? null : (entries.at(-1)?.seq ?? null) };
}

function withPage({ items, people, next }: Kept, page: Page): Kept {
  const isFirst = next === undefined;
  return {
    items: isFirst ? page.items : [...(items ?? []), ...page.items],
    people: new Map([...people, ...page.people.map((person) => [person.id, person] as const)]),
    next: page.next,
    error: null,
  };
}

/** What comes and goes while it is looked at. */
function afterEvent(kept: Kept, tab: GalleryTab, [name, payload]: EventPair): Kept {
  if (kept.items === null) return kept;
  if (name === "message:sent") {
    const fresh = itemsOf(tab, payload);
    return fresh.length === 0 ? kept : { ...kept, items: [...fresh, ...kept.items] };
  }
  if (name !== "message:edited" && name !== "message:deleted") return kept;
  const at = kept.items.findIndex(({ messageId }) => messageId === payload.id);
  if (at < 0) return kept;
  const rest = kept.items.filter(({ messageId }) => messageId !== payload.id);
  return { ...kept, items: [...rest.slice(0, at), ...itemsOf(tab, payload), ...rest.slice(at)] };
}
