import { Film, Play } from "lucide-react";
import { posterUrl, thumbnailUrl } from "../files/file-urls.ts";
import { Likeness } from "../files/likeness.tsx";
import { playTime } from "../files/play-time.ts";
import { type ShownPicture, useShowFile } from "../files/show-file.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./media-tile.module.css";

/** A picture or film as a square. Pressing it shows it large. */
export function MediaTile({ item, isTabStop }: { item: ShownPicture & { key: string }; isTabStop: boolean }) {
  const words = useWords();
  const showFile = useShowFile();
  const { file } = item;
  const isFilm = file.kind === "video";
  const src = isFilm ? file.hasPoster && posterUrl(file) : thumbnailUrl(file, "small");
  return (
    <li className={styles.tile}>
      <button
        type="button"
        className={styles.button}
        aria-label={words.files.show(file.name)}
        tabIndex={isTabStop ? 0 : -1}
        data-item={item.key}
        onClick={() => showFile(item)}
      >
        <Likeness file={file} />
        {src ? (
          <img className={styles.picture} src={src} alt="" loading="lazy" decoding="async" draggable={false} />
        ) : (
          <Film size={28} aria-hidden="true" className={styles.film} />
        )}
        {isFilm && (
          <span className={styles.badge} aria-hidden="true">
            <Play size={12} fill="currentColor" />
            {file.durationMs !== undefined && playTime(file.durationMs / 1_000)}
          </span>
        )}
        {file.isAnimated && (
          <span className={styles.badge} aria-hidden="true">
            GIF
          </span>
        )}
      </button>
    </li>
  );
}
