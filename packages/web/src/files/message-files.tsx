import type { TimelineRow } from "@parley/client";
import { Suspense } from "react";
import { Album, FileCards } from "../screens.ts";
import { albumSize, cardsHeight, isPictured } from "./album-layout.ts";
import styles from "./message-files.module.css";

/** What comes with a message. Its place is there at once, and stays as it is; what is in it is fetched. */
export function MessageFiles({ row }: { row: TimelineRow }) {
  const { files = [] } = row.message;
  const pictures = files.filter(isPictured);
  const others = files.filter((file) => !isPictured(file));
  const { width, height } = albumSize(pictures);
  return (
    <>
      {pictures.length > 0 && (
        <div className={styles.album} style={{ maxWidth: width, aspectRatio: `${width} / ${height}` }}>
          <Suspense fallback={null}>
            <Album row={row} pictures={pictures} />
          </Suspense>
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.cards} style={{ height: cardsHeight(others) }}>
          <Suspense fallback={null}>
            <FileCards row={row} files={others} />
          </Suspense>
        </div>
      )}
    </>
  );
}
