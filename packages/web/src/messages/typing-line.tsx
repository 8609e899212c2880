import { typists } from "@parley/client";
import type { RoomId, User } from "@parley/contract";
import { Suspense, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { AtRest } from "../rest.tsx";
import { LineEnd } from "../screens.ts";
import { sameItems, useRoom } from "../use-client-state.ts";
import { useConnection } from "../use-connection.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./typing-line.module.css";

/** Who is writing, or that nobody can be heard. Its room is always there, so nothing moves when they begin. */
export function TypingLine({ roomId }: { roomId: RoomId }) {
  const words = useWords();
  const people = useTypists(roomId);
  const isOffline = useConnection() === "offline";
  const end = (
    <Suspense fallback={null}>
      <AtRest>
        <LineEnd roomId={roomId} />
      </AtRest>
    </Suspense>
  );
  if (isOffline)
    return (
      <div className={styles.line}>
        <span className={styles.names}>{words.app.offlineNotice}</span>
        {end}
      </div>
    );
  return (
    <div className={styles.line} aria-live="off">
      {people.length > 0 && (
        <>
          <span className={styles.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span className={styles.names}>{words.messages.typing(people.map((person) => person.name))}</span>
        </>
      )}
      {end}
    </div>
  );
}

/** Looks again when the next of them runs out, because no event tells of that. */
function useTypists(roomId: RoomId): readonly User[] {
  const client = useClient();
  const typing = useRoom(roomId)?.typing;
  const [people, setPeople] = useState<readonly User[]>([]);
  useEffect(() => {
    let timer = 0;
    const look = () => {
      const state = client.getState();
      const entry = state.rooms.get(roomId);
      const now = Date.now();
      const found = entry ? typists(state, entry, now) : [];
      setPeople((before) => (sameItems(before, found) ? before : found));
      const ends = [...(typing?.values() ?? [])].filter((until) => until > now);
      if (ends.length > 0) timer = window.setTimeout(look, Math.min(...ends) - now + 10);
    };
    look();
    return () => clearTimeout(timer);
  }, [client, roomId, typing]);
  return people;
}
