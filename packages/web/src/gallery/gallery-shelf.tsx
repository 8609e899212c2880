import type { GalleryKind, RoomId } from "@parley/contract";
import { FileText, Images, Link2, Mic } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { ShowFileContext, type Shown } from "../files/show-file.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { onArrow } from "./arrow-move.ts";
import type { MessagePlace } from "./gallery-item.ts";
import { GalleryRow } from "./gallery-row.tsx";
import styles from "./gallery-shelf.module.css";
import { GalleryViewer } from "./gallery-viewer.tsx";
import { MediaMonth } from "./media-month.tsx";
import { monthsOf } from "./months.ts";
import { MoreItems } from "./more-items.tsx";
import { type Gallery, useGallery } from "./use-gallery.ts";

export interface GalleryShelfProps {
  roomId: RoomId;
  tab: GalleryKind;
  onJump: (place: MessagePlace) => void;
}

/** One part of the gallery, month by month, newest first, on and on. */
export function GalleryShelf({ roomId, tab, onJump }: GalleryShelfProps) {
  const words = useWords();
  const language = useLanguage();
  const gallery = useGallery(roomId, tab);
  const scroller = useRef<HTMLDivElement>(null);
  const { items, hasMore, error, loadMore } = gallery;
  const [shown, show] = useState<Shown | null>(null);
  return (
    <div ref={scroller} className={styles.scroll}>
      {items === null && error === null && <Placeholder tab={tab} />}
      {items !== null && (items.length > 0 || hasMore) && (
        <ShowFileContext value={show}>
          <Months tab={tab} gallery={gallery} onJump={onJump} />
          {shown && "file" in shown && <GalleryViewer shown={shown} gallery={gallery} onJump={onJump} />}
        </ShowFileContext>
      )}
      {items?.length === 0 && !hasMore && <Nothing tab={tab} />}
      {error !== null && (
        <div className={styles.failed}>
          <RetryBanner text={errorText(words, language, error)} onRetry={loadMore} />
        </div>
      )}
      {items !== null && hasMore && error === null && (
        <MoreItems key={items.length} scroller={scroller} onReach={loadMore} />
      )}
    </div>
  );
}

type MonthsProps = Pick<GalleryShelfProps, "tab" | "onJump"> & { gallery: Gallery };

/** One item is the tab stop; arrows move it, and the focus with it. */
function Months({ tab, gallery, onJump }: MonthsProps) {
  const [focused, setFocused] = useState<string | undefined>();
  const items = gallery.items ?? [];
  const stop = items.some(({ key }) => key === focused) ? focused : items[0]?.key;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the controls inside, which Tab reaches too.
    <div onKeyDown={onArrow} onFocus={({ target }) => setFocused(target.dataset.item ?? focused)}>
      {monthsOf(items).map((month) => (
        <MediaMonth key={month.key} month={month} isGrid={tab === "media"}>
          {month.items.map((item) => (
            <GalleryRow
              key={item.key}
              item={item}
              person={gallery.people.get(item.senderId)}
              isTabStop={item.key === stop}
              onJump={() => onJump(item)}
            />
          ))}
        </MediaMonth>
      ))}
    </div>
  );
}

const signs: Record<GalleryKind, ReactNode> = {
  media: <Images size={28} />,
  file: <FileText size={28} />,
  link: <Link2 size={28} />,
  voice: <Mic size={28} />,
};

function Nothing({ tab }: { tab: GalleryKind }) {
  const { title, text } = useWords().gallery.none[tab];
  return <EmptyState icon={signs[tab]} title={title} text={text} />;
}

function Placeholder({ tab }: { tab: GalleryKind }) {
  const { app } = useWords();
  if (tab !== "media") {
    return (
      <Late label={app.loading}>
        <div className={styles.lines}>
          {[70, 45, 85].map((width) => (
            <Skeleton key={width} width={`${width}%`} height="44px" />
          ))}
        </div>
      </Late>
    );
  }
  return (
    <Late label={app.loading}>
      <div className={styles.squares}>
        {Array.from("123456789", (key) => (
          <Skeleton key={key} width="100%" height="100%" />
        ))}
      </div>
    </Late>
  );
}
