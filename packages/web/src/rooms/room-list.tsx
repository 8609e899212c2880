import type { RoomId } from "@parley/contract";
import { Hash } from "lucide-react";
import { Link } from "wouter";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./room-list.module.css";
import { type RoomLook, roomLooks } from "./room-look.ts";
import { RoomRow } from "./room-row.tsx";
import { useDialogs } from "./use-dialogs.ts";

/** My rooms, the latest activity first; what strangers began stands apart. */
export function RoomList({ roomId }: { roomId: RoomId | undefined }) {
  const looks = useClientState(roomLooks, sameItems);
  const now = useNow(60_000);
  const words = useWords();
  if (looks.length === 0) return <NoRooms />;
  const rows = (some: readonly RoomLook[]) =>
    some.map((look) => {
      const { id } = look.state.room;
      return <RoomRow key={id} look={look} now={now} isCurrent={id === roomId} />;
    });
  const requests = looks.filter(({ state }) => state.isRequest);
  if (requests.length === 0) return <ul className={styles.list}>{rows(looks)}</ul>;
  return (
    <div className={styles.list}>
      <h2 className={styles.heading}>
        {words.rooms.requests} <span className={styles.count}>{requests.length}</span>
      </h2>
      <ul>{rows(requests)}</ul>
      <h2 className={styles.heading}>{words.rooms.title}</h2>
      <ul>{rows(looks.filter(({ state }) => !state.isRequest))}</ul>
    </div>
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
