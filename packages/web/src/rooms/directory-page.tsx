import type { ListedRoom } from "@parley/contract";
import { Compass, Plus, Search, SearchX } from "lucide-react";
import { useState } from "react";
import { PageFrame } from "../pages/page-frame.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./directory-page.module.css";
import { DirectoryRow } from "./directory-row.tsx";
import { NewRoomDialog } from "./new-room-dialog.tsx";
import { type Directory, useDirectory } from "./use-directory.ts";

/** The public rooms: find one, join it, or make the one that is missing. */
export function DirectoryPage() {
  const words = useWords();
  const [text, setText] = useState("");
  const [isMaking, setMaking] = useState(false);
  const directory = useDirectory(text);
  const newRoom = (
    <Button look="primary" icon={<Plus size={18} />} onClick={() => setMaking(true)}>
      {words.directory.make}
    </Button>
  );
  const search = (
    <TextField
      isLabelHidden
      type="search"
      label={words.directory.search}
      placeholder={words.directory.search}
      before={<Search size={18} className={styles.glass} aria-hidden="true" />}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
  return (
    <PageFrame title={words.directory.title} actions={newRoom} bar={search}>
      <Listing directory={directory} text={text} />
      {isMaking && <NewRoomDialog onClose={() => setMaking(false)} />}
    </PageFrame>
  );
}

function Listing({ directory, text }: { directory: Directory; text: string }) {
  const words = useWords();
  const { rooms, error, hasMore, isLoading, loadMore } = directory;
  if (error !== null) return <RetryBanner text={error} onRetry={directory.reload} />;
  if (rooms === null) return <Placeholder label={words.app.loading} />;
  if (rooms.length === 0) return <NoRooms text={text.trim()} />;
  return (
    <>
      <VisuallyHidden>
        <span role="status">{words.directory.found(rooms.length)}</span>
      </VisuallyHidden>
      <ul className={styles.rooms}>
        {rooms.map((listed: ListedRoom) => (
          <DirectoryRow key={listed.room.id} listed={listed} />
        ))}
      </ul>
      {hasMore && (
        <Button className={styles.more} isBusy={isLoading} onClick={loadMore}>
          {words.directory.showMore}
        </Button>
      )}
    </>
  );
}

function NoRooms({ text }: { text: string }) {
  const { directory } = useWords();
  if (text === "") {
    return <EmptyState icon={<Compass size={28} />} title={directory.emptyTitle} text={directory.emptyText} />;
  }
  return <EmptyState icon={<SearchX size={28} />} title={directory.noMatchTitle(text)} text={directory.noMatchText} />;
}

function Placeholder({ label }: { label: string }) {
  return (
    <Late label={label}>
      <div className={styles.rooms}>
        {[0, 1, 2, 3, 4].map((row) => (
          <div key={row} className={styles.placeholder}>
            <Skeleton width="44px" height="44px" />
            <Skeleton width="40%" height="18px" />
          </div>
        ))}
      </div>
    </Late>
  );
}
