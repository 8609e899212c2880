import { type ClientState, findRoom } from "@parley/client";
import { type AnchorHTMLAttributes, useCallback } from "react";
import { Link } from "wouter";
import { usePersonCard } from "../people/use-person-card.ts";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import styles from "./message-links.module.css";
import { personNamed } from "./people-by-handle.ts";

/** An address. One that leads to a room of this server stays on this page. */
export function TextLink({ href, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const home = `${location.origin}/r/`;
  if (href.startsWith(home)) {
    return (
      <Link href={href.slice(location.origin.length)} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" {...rest}>
      {children}
    </a>
  );
}

/** `@name`: marked when it is somebody, and more so when it is me. */
export function MentionLink({ handle, text }: { handle: string; text: string }) {
  const person = useClientState(useCallback((state: ClientState) => personNamed(state.people, handle), [handle]));
  const showCard = usePersonCard();
  const isMe = useClientState((state) => state.me?.handle === handle);
  if (handle === "everyone") return <span className={classes(styles.mention, styles.me)}>{text}</span>;
  if (person === undefined) return text;
  return (
    <button
      type="button"
      className={classes(styles.mention, isMe && styles.me)}
      aria-haspopup="dialog"
      onClick={(event) => showCard({ userId: person.id, at: event.currentTarget })}
    >
      @{person.name}
    </button>
  );
}

/** `#name`: a link when it is one of my rooms. */
export function RoomLink({ name, text }: { name: string; text: string }) {
  const id = useClientState(
    useCallback((state: ClientState) => findRoom(state, `#${name}`)?.state.room.id ?? null, [name]),
  );
  if (id === null) return text;
  return (
    <Link href={`/r/${id}`} className={styles.mention}>
      {text}
    </Link>
  );
}
