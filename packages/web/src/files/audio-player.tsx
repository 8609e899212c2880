import type { SharedFile } from "@parley/contract";
import styles from "./file-cards.module.css";
import { fileUrl } from "./file-urls.ts";
import { pauseOthers } from "./pause-others.ts";

/** Music and the like, with the browser's own controls. */
export function AudioPlayer({ file }: { file: SharedFile }) {
  return (
    <div className={styles.card}>
      {/* biome-ignore lint/a11y/useMediaCaption: what people record has no captions. */}
      <audio
        className={styles.player}
        src={fileUrl(file)}
        preload="metadata"
        controls
        aria-label={file.name}
        title={file.name}
        onPlay={(event) => pauseOthers(event.currentTarget)}
      />
    </div>
  );
}
