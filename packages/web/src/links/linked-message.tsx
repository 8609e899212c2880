import type { ClientState } from "@parley/client";
import { type MessagePlace, messagePlaceIn } from "@parley/client/message-place";
import type { Message } from "@parley/contract";
import { Suspense, useCallback } from "react";
import { parsed } from "../messages/parsed.ts";
import { LinkedMessageCard } from "../screens.ts";
import { useClientState } from "../use-client-state.ts";
import styles from "./linked-message.module.css";

/** The message that a message links to, if it is in a room of mine; its place is there at once. */
export function LinkedMessage({ message }: { message: Message }) {
  // Looked for in few: every row asks.
  const isLikely = message.body.includes(`${location.origin}/r/`);
  const place = isLikely ? messagePlaceIn(parsed(message), location.origin) : null;
  return place && <Linked key={`${place.roomId} ${place.seq}`} place={place} />;
}

function Linked({ place }: { place: MessagePlace }) {
  const { roomId } = place;
  const isMine = useClientState(useCallback((state: ClientState) => state.rooms.has(roomId), [roomId]));
  if (!isMine) return null;
  return (
    <div className={styles.place}>
      <Suspense fallback={null}>
        <LinkedMessageCard place={place} />
      </Suspense>
    </div>
  );
}
