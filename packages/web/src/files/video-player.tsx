import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { Play } from "lucide-react";
import { useState } from "react";
import { useWords } from "../words/use-words.ts";
import { fileUrl, posterUrl, thumbnailUrl } from "./file-urls.ts";
import { pauseOthers } from "./pause-others.ts";
import { playTime } from "./play-time.ts";
import { useShowFile } from "./show-file.ts";
import { useLocalUrl } from "./use-picture-url.ts";
import { pictureIn } from "./use-pictures.ts";
import styles from "./video-player.module.css";

export interface VideoPlayerProps {
  row: TimelineRow;
  file: SharedFile;
  /** No other picture is beside it: there is room to play it here. */
  isAlone: boolean;
}

/** A film: its poster until it is wanted, where there is one; then the browser's own controls. */
export function VideoPlayer({ row, file, isAlone }: VideoPlayerProps) {
  const isStored = row.status === "stored";
  const local = useLocalUrl(file, !isStored);
  const [isWanted, setWanted] = useState(false);
  const showFile = useShowFile();
  if (isStored && file.hasPoster && !(isAlone && isWanted)) {
    const play = () => (isAlone ? setWanted(true) : showFile(pictureIn(row, file)));
    return <Poster file={file} isAlone={isAlone} onPlay={play} />;
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: what people film has no captions.
    <video
      className={styles.video}
      src={local ?? (isStored ? fileUrl(file) : undefined)}
      poster={file.hasPoster ? posterUrl(file) : undefined}
      preload="metadata"
      controls
      playsInline
      autoPlay={isWanted}
      aria-label={file.name}
      // Whoever pressed the poster goes on here.
      onLoadStart={(event) => isWanted && event.currentTarget.focus()}
      onPlay={(event) => pauseOthers(event.currentTarget)}
    />
  );
}

/** Nothing of the film is fetched for it. */
function Poster({ file, isAlone, onPlay }: { file: SharedFile; isAlone: boolean; onPlay: () => void }) {
  const words = useWords();
  const time = file.durationMs === undefined ? null : playTime(file.durationMs / 1_000);
  const label = [words.files.play(file.name), time ?? []].flat().join(", ");
  return (
    <button type="button" className={styles.poster} aria-label={label} onClick={onPlay}>
      <img
        className={isAlone ? styles.frame : styles.tile}
        src={isAlone ? posterUrl(file) : thumbnailUrl(file, "small")}
        alt=""
        decoding="async"
        draggable={false}
      />
      <span className={styles.sign} aria-hidden="true">
        <Play size={24} fill="currentColor" />
      </span>
      {time && <span className={styles.time}>{time}</span>}
    </button>
  );
}
