import type { ClientState } from "@parley/client";
import type { Room, RoomId } from "@parley/contract";
import { useCallback } from "react";
import { Link } from "wouter";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./person-card.module.css";

const SHOWN = 6;

/** The rooms in which we both are. */
export function MutualRooms({ roomIds, onLeave }: { roomIds: readonly RoomId[]; onLeave: () => void }) {
  const { profile } = useWords();
  const rooms = useClientState(
    useCallback(
      (state: ClientState) =>
        roomIds.map((id) => state.rooms.get(id)?.state.room).filter((room): room is Room => room !== undefined),
      [roomIds],
    ),
    sameItems,
  );
  if (rooms.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{profile.sharedRooms(roomIds.length)}</h3>
      <p className={styles.rooms}>
        {rooms.slice(0, SHOWN).map((room) => (
          <Link key={room.id} href={`/r/${room.id}`} className={styles.room} onClick={onLeave}>
            <bdi>#{room.name}</bdi>
          </Link>
        ))}
        {roomIds.length > SHOWN && <span className={styles.quiet}>{profile.moreRooms(roomIds.length - SHOWN)}</span>}
      </p>
    </section>
  );
}
