import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { Play } from "lucide-react";
import { useState } from "react";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import album from "./album.module.css";
import styles from "./animated-picture.module.css";
import { fileUrl, thumbnailUrl } from "./file-urls.ts";
import { useLocalUrl } from "./use-picture-url.ts";

/** A picture that moves; where motion is not wanted it stands still until it is pressed. */
export function AnimatedPicture({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const words = useWords();
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const [isPressed, setPressed] = useState(false);
  const local = useLocalUrl(file, row.status !== "stored");
  const isMoving = isPressed !== !isStill;
  return (
    <button
      type="button"
      className={album.picture}
      aria-label={isMoving ? words.files.hold(file.name) : words.files.play(file.name)}
      onClick={() => setPressed(!isPressed)}
    >
      <img
        src={isMoving ? (local ?? fileUrl(file)) : thumbnailUrl(file, "large")}
        alt=""
        decoding="async"
        draggable={false}
      />
      {!isMoving && (
        <span className={styles.sign} aria-hidden="true">
          <Play size={22} />
        </span>
      )}
    </button>
  );
}
