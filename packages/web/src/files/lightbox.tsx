import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useConversation } from "../messages/conversation-context.ts";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useModal } from "../ui/use-modal.ts";
import { useWords } from "../words/use-words.ts";
import { thumbnailUrl } from "./file-urls.ts";
import { keyOf } from "./known-pictures.ts";
import { LargePicture } from "./large-picture.tsx";
import styles from "./lightbox.module.css";
import { LightboxHead } from "./lightbox-head.tsx";
import { type ShownPicture, useShowFile } from "./show-file.ts";
import { type GalleryAround, useGalleryAround } from "./use-gallery-around.ts";
import { useSwipe } from "./use-swipe.ts";

export interface LightboxProps {
  shown: ShownPicture;
}

/** The pictures of the room one by one: on and on, beyond what the conversation has loaded. */
export function Lightbox({ shown }: LightboxProps) {
  const { roomId, jumpTo } = useConversation();
  const around = useGalleryAround(roomId, shown);
  return <PictureViewer around={around} onJump={({ seq }) => jumpTo(seq)} />;
}

export interface PictureViewerProps {
  around: GalleryAround;
  onJump: (picture: ShownPicture) => void;
}

/** One picture as large as the screen, and the way to those before and after it. */
export function PictureViewer({ around, onJump }: PictureViewerProps) {
  const words = useWords();
  const dialog = useModal();
  const showFile = useShowFile();
  const { picture, before, after, isGone } = around;
  const [isZoomed, setZoomed] = useState(false);
  const go = (next: ShownPicture | undefined) => {
    if (next === undefined) return;
    setZoomed(false);
    showFile(next);
  };
  const close = () => showFile(null);
  const zoom = () => setZoomed(!isZoomed);
  const toNext = () => go(after);
  const toPrevious = () => go(before);
  const swipe = useSwipe({ onNext: toNext, onPrevious: toPrevious, onClose: close, isOff: isZoomed });
  useNeighbours(before, after);
  useEffect(() => {
    if (isGone) showFile(null);
  }, [isGone, showFile]);
  return (
    <dialog
      ref={dialog}
      className={styles.lightbox}
      aria-label={words.files.viewer}
      onKeyDown={(event) => onViewerKey(event, { toNext, toPrevious, setZoomed })}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.stage} {...swipe}>
        <LargePicture key={keyOf(picture)} picture={picture} isZoomed={isZoomed} onZoom={zoom} />
      </div>
      <LightboxHead
        picture={picture}
        isZoomed={isZoomed}
        onZoom={zoom}
        onClose={close}
        onJump={() => onJump(picture)}
      />
      {before && <Arrow side="previous" onPress={toPrevious} />}
      {after && <Arrow side="next" onPress={toNext} />}
    </dialog>
  );
}

/** What comes next is fetched while one still looks at this. */
function useNeighbours(...pictures: readonly (ShownPicture | undefined)[]): void {
  const urls = pictures.flatMap((one) =>
    one?.isStored && one.file.kind === "image" ? thumbnailUrl(one.file, "large") : [],
  );
  const key = urls.join(" ");
  useEffect(() => {
    for (const url of key.split(" ")) if (url !== "") new Image().src = url;
  }, [key]);
}

function Arrow({ side, onPress }: { side: "previous" | "next"; onPress: () => void }) {
  const words = useWords();
  const Sign = side === "next" ? ChevronRight : ChevronLeft;
  return (
    <IconButton
      className={classes(styles.arrow, styles[side])}
      label={words.files[side]}
      icon={<Sign size={28} />}
      onClick={onPress}
    />
  );
}

interface ViewerKeys {
  toNext: () => void;
  toPrevious: () => void;
  setZoomed: (isZoomed: boolean) => void;
}

function onViewerKey(event: KeyboardEvent, { toNext, toPrevious, setZoomed }: ViewerKeys): void {
  // Nothing of it is for the conversation below.
  event.stopPropagation();
  if (event.target instanceof HTMLVideoElement) return;
  if (event.key === "ArrowRight") toNext();
  else if (event.key === "ArrowLeft") toPrevious();
  else if (event.key === "+" || event.key === "-") setZoomed(event.key === "+");
  else return;
  event.preventDefault();
}
