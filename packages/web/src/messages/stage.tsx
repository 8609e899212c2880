import type { RoomId } from "@parley/contract";
import { Suspense, useMemo } from "react";
import { AtRest } from "../rest.tsx";
import { NextSteps } from "../rooms/next-steps.tsx";
import { Announcer } from "../screens.ts";
import { classes } from "../ui/classes.ts";
import { useRoom } from "../use-client-state.ts";
import { type ConversationActs, StageContext, WaitingContext } from "./conversation-context.ts";
import { MessageList } from "./message-list.tsx";
import { MessageSkeleton } from "./message-skeleton.tsx";
import styles from "./stage.module.css";
import { TypingLine } from "./typing-line.tsx";
import type { ConversationListOptions } from "./use-conversation-list.ts";
import { usePressedRoom } from "./use-pressed-room.ts";

type ShownList = Pick<ConversationListOptions, "jump" | "onJumped" | "handle" | "isHeld">;

interface StagesProps {
  roomId: RoomId;
  acts: ConversationActs;
  list: ShownList;
}

/** What stands between header and composer: the room's own stage, and behind it the one that is about to be opened. */
export function Stages({ roomId, acts, list }: StagesProps) {
  const pressed = usePressedRoom(roomId);
  const rooms = pressed === null ? [roomId] : [roomId, pressed];
  return (
    <div className={styles.stages}>
      {rooms.map((id) => (
        <Stage key={id} roomId={id} acts={acts} list={id === roomId ? list : null} />
      ))}
    </div>
  );
}

/** One room's alone, whatever else is about to be opened. */
export function LoneStage({ roomId, acts, list }: StagesProps) {
  return (
    <div className={styles.stages}>
      <Stage key={roomId} roomId={roomId} acts={acts} list={list} />
    </div>
  );
}

/** In the room that waits nothing is read, and nobody has asked for a place in it. */
const waiting: ShownList = { jump: null, onJumped: () => undefined, handle: { current: null }, isHeld: () => true };

/** One room's messages, and what belongs below them. */
function Stage({ roomId, acts, list }: { roomId: RoomId; acts: ConversationActs; list: ShownList | null }) {
  const entry = useRoom(roomId);
  const stage = useMemo(() => ({ ...acts, roomId }), [acts, roomId]);
  if (entry === undefined) return null;
  return (
    <StageContext value={stage}>
      <div className={classes(styles.stage, list === null && styles.waiting)} aria-hidden={list === null || undefined}>
        <WaitingContext value={list === null}>
          {entry.window === null ? (
            <MessageSkeleton />
          ) : (
            <MessageList entry={entry} window={entry.window} {...(list ?? waiting)} />
          )}
          <NextSteps entry={entry} />
          <TypingLine roomId={roomId} />
        </WaitingContext>
        {list !== null && (
          <Suspense fallback={null}>
            <AtRest>
              <Announcer roomId={roomId} />
            </AtRest>
          </Suspense>
        )}
      </div>
    </StageContext>
  );
}
