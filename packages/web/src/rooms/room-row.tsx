import type { RoomEntry } from "@parley/client";
import { Hash, Lock } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { Link } from "wouter";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { classes } from "../ui/classes.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useMe } from "../use-client-state.ts";
import { shortTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./room-row.module.css";
import { useRoomPreview } from "./use-room-preview.ts";
import { useIsOnline, useRoomTitle } from "./use-room-title.ts";

export interface RoomRowProps {
  entry: RoomEntry;
  /** Epoch ms, to the minute. */
  now: number;
  isCurrent: boolean;
}

export const RoomRow = memo(function RoomRow({ entry, now, isCurrent }: RoomRowProps) {
  const words = useWords();
  const { room, unread, mentions } = entry.state;
  const title = useRoomTitle(entry);
  const isOnline = useIsOnline(entry);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li className={styles.item}>
      <Link
        ref={link}
        href={`/r/${room.id}`}
        className={classes(styles.row, isCurrent && styles.current, unread > 0 && styles.unread)}
        aria-current={isCurrent ? "page" : undefined}
      >
        <RoomAvatar entry={entry} title={title} isOnline={isOnline} size={40} />
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.title}>
              <bdi>{title}</bdi>
            </span>
            {room.kind === "private" && <VisuallyHidden>{`, ${words.rooms.privateRoom}`}</VisuallyHidden>}
            {isOnline && <VisuallyHidden>{`, ${words.rooms.online}`}</VisuallyHidden>}
            <RoomTime entry={entry} now={now} />
          </span>
          <span className={styles.line}>
            <Preview entry={entry} />
            {mentions > 0 ? (
              <Badge isStrong count={unread} label={words.rooms.unreadMentions(mentions)} />
            ) : (
              <Badge count={unread} label={words.rooms.unread(unread)} />
            )}
          </span>
        </span>
      </Link>
    </li>
  );
});

export function RoomAvatar(props: { entry: RoomEntry; title: string; isOnline?: boolean; size: number }) {
  const { room, directIds } = props.entry.state;
  const me = useMe();
  const half = Math.round(props.size / 2);
  if (room.kind === "direct") {
    const others = directIds.filter((id) => id !== me?.id);
    const seed = others.length === 1 && others[0] !== undefined ? others[0] : room.id;
    return <Avatar name={props.title} seed={seed} size={props.size} isOnline={props.isOnline === true} />;
  }
  const icon = room.kind === "private" ? <Lock size={half} /> : <Hash size={half} />;
  return <Avatar isSquare name={room.name} seed={room.id} size={props.size} icon={icon} />;
}

function RoomTime({ entry, now }: { entry: RoomEntry; now: number }) {
  const language = useLanguage();
  const at = entry.state.lastMessage?.sentAt;
  if (at === undefined) return null;
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()}>
      {shortTime(at, now, language)}
    </time>
  );
}

function Preview({ entry }: { entry: RoomEntry }) {
  const { lead, text, isUrgent } = useRoomPreview(entry);
  return (
    <span className={styles.preview}>
      {lead !== "" && <span className={isUrgent ? styles.urgent : styles.lead}>{lead} </span>}
      <bdi>{text}</bdi>
    </span>
  );
}
