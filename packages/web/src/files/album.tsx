import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { useWords } from "../words/use-words.ts";
import styles from "./album.module.css";
import { columnsOf } from "./album-layout.ts";
import { AnimatedPicture } from "./animated-picture.tsx";
import { Likeness } from "./likeness.tsx";
import { useShowFile } from "./show-file.ts";
import { UploadSign } from "./upload-sign.tsx";
import { usePictureUrl } from "./use-picture-url.ts";
import { pictureIn } from "./use-pictures.ts";
import { VideoPlayer } from "./video-player.tsx";

export interface AlbumProps {
  row: TimelineRow;
  pictures: readonly SharedFile[];
}

/** Pictures and films of one message, side by side in rows. */
export function Album({ row, pictures }: AlbumProps) {
  return (
    <div className={styles.album}>
      {rowsOf(pictures).map((cells) => (
        <div key={cells[0]?.id} className={styles.row}>
          {cells.map((file) => (
            <div key={file.id} className={styles.cell}>
              <Likeness file={file} />
              <Cell row={row} file={file} isAlone={pictures.length === 1} />
              {row.status !== "stored" && <UploadSign row={row} file={file} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function rowsOf(pictures: readonly SharedFile[]): readonly (readonly SharedFile[])[] {
  const columns = columnsOf(pictures.length);
  const first = pictures.length % columns || columns;
  const rows = [pictures.slice(0, first)];
  for (let at = first; at < pictures.length; at += columns) rows.push(pictures.slice(at, at + columns));
  return rows;
}

function Cell({ row, file, isAlone }: { row: TimelineRow; file: SharedFile; isAlone: boolean }) {
  if (file.kind === "video") return <VideoPlayer row={row} file={file} isAlone={isAlone} />;
  if (file.isAnimated && row.status === "stored") return <AnimatedPicture row={row} file={file} />;
  return <Picture row={row} file={file} isAlone={isAlone} />;
}

function Picture({ row, file, isAlone }: { row: TimelineRow; file: SharedFile; isAlone: boolean }) {
  const words = useWords();
  const showFile = useShowFile();
  const url = usePictureUrl(file, { isStored: row.status === "stored", size: isAlone ? "large" : "small" });
  return (
    <button
      type="button"
      className={styles.picture}
      aria-label={words.files.show(file.name)}
      onClick={() => showFile(pictureIn(row, file))}
    >
      {url && <img src={url} alt="" decoding="async" draggable={false} />}
    </button>
  );
}
