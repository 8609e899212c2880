import type { TimelineRow } from "@parley/client";
import { Suspense } from "react";
import { LinkCard } from "../screens.ts";
import styles from "./link-place.module.css";

/** Of a preview with what is around it; the style sheet says the same. */
export const LINK_PLACE_PX = 92;

/** Where the preview of a message's link stands: as high before it comes as afterwards, and whatever is in it. */
export function LinkPlace({ row, isTabStop }: { row: TimelineRow; isTabStop: boolean }) {
  return (
    <div className={styles.place}>
      <Suspense fallback={null}>
        <LinkCard row={row} isTabStop={isTabStop} />
      </Suspense>
    </div>
  );
}
