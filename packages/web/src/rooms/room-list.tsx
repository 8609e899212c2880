import { type RoomEntry, roomList } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { Hash } from "lucide-react";
import { Link } from "wouter";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useClientState } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { useWords } from "../words/use-words.ts";
import { useDialogs } from "./dialogs.tsx";
import styles from "./room-list.module.css";
import { RoomRow } from "./room-row.tsx";

/** My rooms, the latest activity first. */
export function RoomList({ roomId }: { roomId: RoomId | undefined }) {
  const entries = useClientState(roomList);
  const now = useNow(60_000);
  if (entries.length === 0) return <NoRooms />;
  return (
    <ul className={styles.list}>
      {entries.map((entry: RoomEntry) => (
        <RoomRow key={entry.state.room.id} entry={entry} now={now} isCurrent={entry.state.room.id === roomId} />
      ))}
    </ul>
  );
}

function NoRooms() {
  const words = useWords();
  const open = useDialogs();
  const isKnown = useClientState((state) => state.connection.hasConnected);
  if (!isKnown) return null;
  return (
    <EmptyState
      icon={<Hash size={28} />}
      title={words.rooms.emptyTitle}
      text={words.rooms.emptyText}
      actions={
        <>
          <Button look="primary" onClick={() => open("new-message")}>
            {words.rooms.newMessage}
          </Button>
          <Link href="/rooms">{words.rooms.browse}</Link>
        </>
      }
    />
  );
}
