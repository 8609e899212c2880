import type { RoomEntry } from "@parley/client";
import { ArrowLeft, EllipsisVertical, LogOut, MailCheck, Settings, UserPlus, Users } from "lucide-react";
import { Suspense, useState } from "react";
import { Link } from "wouter";
import { connectionText } from "../rooms/connection-sign.tsx";
import { useDialogs } from "../rooms/dialogs.tsx";
import { RoomAvatar } from "../rooms/room-row.tsx";
import { useIsOnline, useRoomTitle } from "../rooms/use-room-title.ts";
import { LeaveDialog } from "../screens.ts";
import { IconButton } from "../ui/button.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
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
      <RoomMenu entry={entry} onMarkRead={onMarkRead} />
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

function RoomMenu({ entry, onMarkRead }: { entry: RoomEntry; onMarkRead: () => void }) {
  const words = useWords();
  const open = useDialogs();
  const [isLeaving, setLeaving] = useState(false);
  const { room } = entry.state;
  const named = [
    { id: "invite", label: words.rooms.invite, icon: <UserPlus size={18} />, onSelect: () => open("invite", room.id) },
    {
      id: "settings",
      label: words.rooms.settings,
      icon: <Settings size={18} />,
      onSelect: () => open("room-settings", room.id),
    },
  ];
  const leave = {
    id: "leave",
    label: words.rooms.leave,
    icon: <LogOut size={18} />,
    isDanger: true,
    startsGroup: true,
    onSelect: () => setLeaving(true),
  };
  const items = [
    { id: "read", label: words.rooms.markRead, icon: <MailCheck size={18} />, keys: "Esc", onSelect: onMarkRead },
    ...(room.kind === "direct" ? [] : named),
    ...(room.isLobby || room.kind === "direct" ? [] : [leave]),
  ];
  return (
    <>
      <MenuButton label={words.app.more} icon={<EllipsisVertical size={20} />} items={items} />
      {isLeaving && (
        <Suspense fallback={null}>
          <LeaveDialog roomId={room.id} onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </>
  );
}
