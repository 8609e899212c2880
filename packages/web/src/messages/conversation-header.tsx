import type { RoomEntry } from "@parley/client";
import { ArrowLeft, EllipsisVertical, Users } from "lucide-react";
import { Suspense, useCallback, useState } from "react";
import { Link } from "wouter";
import { connectionText } from "../rooms/connection-sign.tsx";
import { RoomAvatar } from "../rooms/room-row.tsx";
import { useIsOnline, useRoomTitle } from "../rooms/use-room-title.ts";
import { RoomMenu } from "../screens.ts";
import { IconButton } from "../ui/button.tsx";
import { useMe } from "../use-client-state.ts";
import { useConnection } from "../use-connection.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./conversation-header.module.css";

export interface ConversationHeaderProps {
  entry: RoomEntry;
  isDetailed: boolean;
  onToggleDetails: () => void;
  onMarkRead: () => void;
}

export function ConversationHeader({ entry, isDetailed, onToggleDetails, onMarkRead }: ConversationHeaderProps) {
  const words = useWords();
  const me = useMe();
  const title = useRoomTitle(entry);
  const isOnline = useIsOnline(entry);
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.back} aria-label={words.rooms.toRooms}>
        <ArrowLeft size={22} />
      </Link>
      <RoomAvatar state={entry.state} me={me} title={title} isOnline={isOnline} size={36} />
      <div className={styles.words}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        <Subtitle entry={entry} isOnline={isOnline} />
      </div>
      <IconButton
        label={words.rooms.details}
        icon={<Users size={20} />}
        isOn={isDetailed}
        aria-pressed={isDetailed}
        onClick={onToggleDetails}
      />
      <More entry={entry} onMarkRead={onMarkRead} />
    </header>
  );
}

/** What a person wants to know first: that we are not live; else the topic, or who is here. */
function Subtitle({ entry, isOnline }: { entry: RoomEntry; isOnline: boolean }) {
  const words = useWords();
  const status = useConnection();
  const { room, directIds } = entry.state;
  const isPair = room.kind === "direct" && directIds.length <= 2;
  const people = isPair ? (isOnline ? words.rooms.online : "") : words.rooms.members(room.memberCount);
  const parts = [people, room.topic].filter((part) => part !== "");
  return (
    <p className={styles.subtitle}>
      <bdi>{status === "live" ? parts.join(" · ") : connectionText(words, status)}</bdi>
    </p>
  );
}

/** What is in the menu comes when it is wanted: most visits do without. */
function More({ entry, onMarkRead }: { entry: RoomEntry; onMarkRead: () => void }) {
  const words = useWords();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const onDone = useCallback(() => setOpener(null), []);
  return (
    <>
      <IconButton
        label={words.app.more}
        icon={<EllipsisVertical size={20} />}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      />
      {opener && (
        <Suspense fallback={null}>
          <RoomMenu entry={entry} at={opener} onMarkRead={onMarkRead} onDone={onDone} />
        </Suspense>
      )}
    </>
  );
}
