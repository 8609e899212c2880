import type { ParleyClient, RoomEntry } from "@parley/client";
import type { MessagePlace } from "@parley/client/message-place";
import type { Message, User } from "@parley/contract";
import { type CSSProperties, useEffect, useState } from "react";
import { Link } from "wouter";
import { useClient } from "../client-context.ts";
import { previewOf } from "../messages/parsed.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { colourOf } from "../ui/names.ts";
import { useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./linked-message-card.module.css";

interface Found {
  readonly message: Message | undefined;
  readonly sender: User | undefined;
}

/** Who said it, where, and what, as long as it is there; it leads to it. */
export function LinkedMessageCard({ place }: { place: MessagePlace }) {
  const found = useFound(place);
  const entry = useRoom(place.roomId);
  if (found === null || entry === undefined) return null;
  return <Card place={place} found={found} entry={entry} />;
}

function Card({ place, found, entry }: { place: MessagePlace; found: Found; entry: RoomEntry }) {
  const words = useWords();
  const title = useRoomTitle(entry);
  const { message, sender } = found;
  const isBlocked = useBlocked().some((userId) => userId === message?.senderId);
  const isThere = message !== undefined && message.deletedAt === undefined;
  const text = isThere ? previewOf(words, message) : words.links.gone;
  const style = { "--quote-colour": `var(--name-${colourOf(message?.senderId ?? "")})` } as CSSProperties;
  return (
    <Link href={`/r/${place.roomId}?at=${place.seq}`} className={styles.card} style={style}>
      <span className={styles.head}>
        {isThere && !isBlocked && <bdi className={styles.name}>{sender?.name ?? words.messages.unknownPerson}</bdi>}
        <bdi className={styles.room}>{title}</bdi>
      </span>
      <span className={styles.text} dir="auto">
        {isBlocked ? words.messages.blockedQuote : text}
      </span>
    </Link>
  );
}

/** Asked anew when it has changed: what is deleted is not shown here either. Null until it is known. */
function useFound({ roomId, seq }: MessagePlace): Found | null {
  const client = useClient();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = () =>
      find(client, { roomId, seq }).then(
        (answer) => isWanted && setFound(answer),
        () => undefined,
      );
    const off = client.on("event", (where, [name, payload]) => {
      const isMessage = name === "message:edited" || name === "message:deleted";
      if (isMessage && where === roomId && payload.seq === seq) void load();
    });
    void load();
    return () => {
      isWanted = false;
      off();
    };
  }, [client, roomId, seq]);
  return found;
}

async function find(client: ParleyClient, { roomId, seq }: MessagePlace): Promise<Found> {
  const { messages, people } = await client.call("message:list", { roomId, seqs: [seq] });
  const [message] = messages;
  return { message, sender: people.find(({ id }) => id === message?.senderId) };
}
