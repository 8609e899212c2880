import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import { fileUrl, posterUrl, thumbnailUrl } from "./file-urls.ts";
import styles from "./lightbox.module.css";
import { pauseOthers } from "./pause-others.ts";
import type { ShownPicture } from "./show-file.ts";
import { useLocalUrl } from "./use-picture-url.ts";

export interface LargePictureProps {
  picture: ShownPicture;
  isZoomed: boolean;
  onZoom: () => void;
}

/** A picture as large as there is room; every pixel of it only when one looks closer. */
export function LargePicture({ picture, isZoomed, onZoom }: LargePictureProps) {
  const words = useWords();
  const { file, isStored } = picture;
  const local = useLocalUrl(file, !isStored);
  if (file.kind === "video") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: what people film has no captions.
      <video
        className={styles.picture}
        src={local ?? fileUrl(file)}
        poster={file.hasPoster ? posterUrl(file) : undefined}
        controls
        playsInline
        aria-label={file.name}
        onPlay={(event) => pauseOthers(event.currentTarget)}
      />
    );
  }
  const fetched = isZoomed || file.isAnimated ? fileUrl(file) : thumbnailUrl(file, "large");
  return (
    <button
      type="button"
      className={classes(styles.frame, isZoomed && styles.zoomed)}
      aria-label={isZoomed ? words.files.zoomOut : words.files.zoomIn}
      onClick={onZoom}
    >
      <img
        className={styles.picture}
        src={local ?? fetched}
        width={file.width}
        height={file.height}
        alt={file.name}
        draggable={false}
      />
    </button>
  );
}
