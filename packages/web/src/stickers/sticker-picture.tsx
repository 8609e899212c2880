import type { Sticker } from "@parley/contract";
import { Play } from "lucide-react";
import { useState } from "react";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./sticker-picture.module.css";
import { stickerUrl, stillUrl } from "./sticker-urls.ts";

export interface StickerPictureProps {
  sticker: Sticker;
}

/** What a sticker shows; when it is there no more, the emoji that it stood for. */
export function StickerPicture({ sticker }: StickerPictureProps) {
  const { messages } = useWords();
  const [isGone, setGone] = useState(false);
  if (isGone)
    return (
      <span role="img" aria-label={messages.sticker(sticker.emoji)} className={styles.gone}>
        {sticker.emoji}
      </span>
    );
  const onError = () => setGone(true);
  if (sticker.isAnimated) return <Moving sticker={sticker} onError={onError} />;
  return <Picture src={stickerUrl(sticker)} alt={messages.sticker(sticker.emoji)} onError={onError} />;
}

/** Where motion is not wanted it stands still until it is pressed; elsewhere a press holds it. */
function Moving({ sticker, onError }: StickerPictureProps & { onError: () => void }) {
  const { stickers: words } = useWords();
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const [isPressed, setPressed] = useState(false);
  const isMoving = isPressed === isStill;
  return (
    <button
      type="button"
      className={styles.moving}
      aria-label={isMoving ? words.hold(sticker.emoji) : words.play(sticker.emoji)}
      onClick={() => setPressed(!isPressed)}
    >
      <Picture src={isMoving ? stickerUrl(sticker) : stillUrl(sticker)} alt="" onError={onError} />
      {!isMoving && (
        <span className={styles.sign} aria-hidden="true">
          <Play size={18} />
        </span>
      )}
    </button>
  );
}

function Picture({ src, alt, onError }: { src: string; alt: string; onError: () => void }) {
  return <img className={styles.picture} src={src} alt={alt} decoding="async" draggable={false} onError={onError} />;
}
