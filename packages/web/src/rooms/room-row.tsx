import type { Availability, RoomState, User } from "@parley/contract";
import { Hash, Lock } from "lucide-react";
import { type MouseEvent, memo, useEffect, useRef } from "react";
import { navigate } from "wouter/use-browser-location";
import { afterNextPaint } from "../ui/after-next-paint.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { classes } from "../ui/classes.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { shortTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { RoomLook } from "./room-look.ts";
import { roomPreview } from "./room-preview.ts";
import styles from "./room-row.module.css";

export interface RoomRowProps {
  look: RoomLook;
  /** Epoch ms, to the minute. */
  now: number;
  isCurrent: boolean;
}

export const RoomRow = memo(function RoomRow({ look, now, isCurrent }: RoomRowProps) {
  const words = useWords();
  const { state, partner, availability } = look;
  const { room, unread, mentions } = state;
  const title = look.title || words.rooms.justYou;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isCurrent) return undefined;
    return afterNextPaint(() => link.current?.scrollIntoView({ block: "nearest" }));
  }, [isCurrent]);
  return (
    <li className={styles.item}>
      <a
        ref={link}
        href={`/r/${room.id}`}
        onClick={follow}
        className={classes(styles.row, isCurrent && styles.current, unread > 0 && styles.unread)}
        aria-current={isCurrent ? "page" : undefined}
      >
        <RoomAvatar state={state} title={title} partner={partner} availability={availability} size={40} />
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.title}>
              <bdi>{title}</bdi>
            </span>
            {room.kind === "private" && <VisuallyHidden>{`, ${words.rooms.privateRoom}`}</VisuallyHidden>}
            {availability && <VisuallyHidden>{`, ${words.rooms.availability[availability]}`}</VisuallyHidden>}
            <RoomTime at={state.lastMessage?.sentAt} now={now} />
          </span>
          <span className={styles.line}>
            <Preview look={look} />
            {mentions > 0 ? (
              <Badge isStrong count={unread} label={words.rooms.unreadMentions(mentions)} />
            ) : (
              <Badge count={unread} label={words.rooms.unread(unread)} />
            )}
          </span>
        </span>
      </a>
    </li>
  );
});

/** Unlike a link of the router's this one does not watch where one is: two hundred would be rendered at each step. */
function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}

export interface RoomAvatarProps {
  state: RoomState;
  title: string;
  /** The other one of a private conversation of two, and whether they are here. */
  partner: User | undefined;
  availability?: Availability | undefined;
  size: number;
}

export function RoomAvatar(props: RoomAvatarProps) {
  const { room } = props.state;
  const { partner } = props;
  const half = Math.round(props.size / 2);
  if (room.kind === "direct") {
    return (
      <Avatar
        name={props.title}
        seed={partner?.id ?? room.id}
        picture={partner?.avatar}
        size={props.size}
        availability={props.availability}
      />
    );
  }
  const icon = room.kind === "private" ? <Lock size={half} /> : <Hash size={half} />;
  return <Avatar isSquare name={room.name} seed={room.id} size={props.size} icon={icon} />;
}

function RoomTime({ at, now }: { at: number | undefined; now: number }) {
  const language = useLanguage();
  if (at === undefined) return null;
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()}>
      {shortTime(at, now, language)}
    </time>
  );
}

function Preview({ look }: { look: RoomLook }) {
  const words = useWords();
  const { lead, text, isUrgent } = roomPreview(words, look);
  return (
    <span className={styles.preview}>
      {lead !== "" && <span className={isUrgent ? styles.urgent : styles.lead}>{lead} </span>}
      <bdi>{text}</bdi>
    </span>
  );
}
