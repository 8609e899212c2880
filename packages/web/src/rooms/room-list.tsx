import type { RoomId } from "@parley/contract";
import { Hash } from "lucide-react";
import { Link } from "wouter";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { useWords } from "../words/use-words.ts";
import { useDialogs } from "./dialogs.tsx";
import styles from "./room-list.module.css";
import { roomLooks } from "./room-look.ts";
import { RoomRow } from "./room-row.tsx";

/** My rooms, the latest activity first. */
export function RoomList({ roomId }: { roomId: RoomId | undefined }) {
  const looks = useClientState(roomLooks, sameItems);
  const now = useNow(60_000);
  if (looks.length === 0) return <NoRooms />;
  return (
    <ul className={styles.list}>
      {looks.map((look) => {
        const { id } = look.state.room;
        return <RoomRow key={id} look={look} now={now} isCurrent={id === roomId} />;
      })}
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
