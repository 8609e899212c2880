import { Suspense, useEffect, useMemo } from "react";
import { keyOf } from "../files/known-pictures.ts";
import type { PictureViewerProps } from "../files/lightbox.tsx";
import type { ShownPicture } from "../files/show-file.ts";
import { screen } from "../screen.ts";
import type { GalleryItem, MessagePlace } from "./gallery-item.ts";
import type { Gallery } from "./use-gallery.ts";

/** So few pictures before the end of what is known, more are asked for. */
const AHEAD = 4;

/** Comes with whatever else shows files; see files/showing.ts. */
const PictureViewer = screen<PictureViewerProps>(async () => (await import("../files/showing.ts")).PictureViewer);

export interface GalleryViewerProps {
  shown: ShownPicture;
  gallery: Gallery;
  onJump: (place: MessagePlace) => void;
}

/** The pictures of a gallery one by one, from the room and its threads as they stand there. */
export function GalleryViewer({ shown, gallery, onJump }: GalleryViewerProps) {
  const { items, hasMore, error, loadMore, deleted } = gallery;
  const pictures = useMemo(() => oldestFirst(items ?? []), [items]);
  const at = pictures.findIndex((one) => keyOf(one) === keyOf(shown));
  const isShort = at < AHEAD && hasMore && error === null;
  // Each page is another reason to look whether it was enough.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (isShort) loadMore();
  }, [isShort, loadMore, pictures]);
  const around = {
    picture: pictures[at] ?? shown,
    before: pictures[at - 1],
    after: at < 0 ? undefined : pictures[at + 1],
    isGone: deleted.has(shown.messageId),
  };
  const toMessage = ({ messageId, seq }: ShownPicture) =>
    onJump(items?.find((item) => item.messageId === messageId) ?? { seq });
  return (
    <Suspense fallback={null}>
      <PictureViewer around={around} onJump={toMessage} />
    </Suspense>
  );
}

/** Messages the other way round, but the files of each in their order. */
function oldestFirst(items: readonly GalleryItem[]): readonly ShownPicture[] {
  const messages = Map.groupBy(items, ({ messageId }) => messageId);
  const inOrder = [...messages.values()].reverse().flat();
  return inOrder.flatMap(({ file, ...item }) => (file === undefined ? [] : [{ ...item, file, isStored: true }]));
}
