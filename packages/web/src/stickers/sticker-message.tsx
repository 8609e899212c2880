import type { Sticker } from "@parley/contract";
import { Suspense } from "react";
import { StickerPicture } from "../screens.ts";
import styles from "./sticker-message.module.css";

/** The longer side, in CSS pixels. */
const SIDE = 160;

/** A sticker in a conversation. Its place is there at once, and stays as it is; what is in it is fetched. */
export function StickerMessage({ sticker }: { sticker: Sticker }) {
  const { width, height } = sticker;
  const scale = SIDE / Math.max(width, height);
  return (
    <div className={styles.place} style={{ width: width * scale, height: height * scale }}>
      <Suspense fallback={null}>
        <StickerPicture sticker={sticker} />
      </Suspense>
    </div>
  );
}
