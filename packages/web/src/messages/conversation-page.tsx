import type { RoomId } from "@parley/contract";
import { Suspense } from "react";
import { WritingPlace } from "../composer/writing-place.tsx";
import { Viewer } from "../files/viewer.tsx";
import { SelectionContext } from "../organise/selection.ts";
import { GalleryPanel, MembersPanel, RoomGone, SelectionBar } from "../screens.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { ThreadPanel } from "../threads/thread-place.ts";
import { useClientState, useRoom } from "../use-client-state.ts";
import { ConversationContext, StageContext } from "./conversation-context.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import styles from "./conversation-page.module.css";
import { MessageSkeleton } from "./message-skeleton.tsx";
import { OpenedPlace } from "./opened-place.tsx";
import { Stages } from "./stage.tsx";
import { useConversationState } from "./use-conversation-state.ts";
import { type Details, type DetailsPart, useDetails } from "./use-details.ts";

export interface ConversationPageProps {
  roomId: RoomId;
  part: DetailsPart | null;
  /** The thread of this message is open; 0 for none. */
  threadSeq: number;
}

/**
 * One room: its messages, what one writes, and on the side the people in it. The page stays from room to room; only what
 * is different through and through is made anew: a room that is known must be there within 100 ms (experience.md).
 */
export function ConversationPage({ roomId, part, threadSeq }: ConversationPageProps) {
  const entry = useRoom(roomId);
  const isGone = useClientState((state) => state.connection.status === "live" && !state.rooms.has(roomId));
  const { conversation, acts, list, markRead, onKeyDown, chosen, ...about } = useConversationState(roomId, {
    composerId: "composer",
    isForemost: threadSeq === 0,
    path: threadSeq === 0 ? `/r/${roomId}` : null,
  });
  const details = useDetails(roomId, part);
  const isSearching = useSearchPlace().start !== null;
  const beside = threadSeq > 0 ? "thread" : (details.part ?? undefined);
  if (entry === undefined) return isGone ? <RoomGone /> : <MessageSkeleton />;
  return (
    <ConversationContext value={conversation}>
      <Viewer visit={conversation.visit}>
        <div className={styles.page} data-beside={beside} data-searching={isSearching}>
          <main className={styles.conversation} onKeyDown={onKeyDown}>
            <ConversationHeader
              entry={entry}
              isDetailed={beside === "members"}
              onToggleDetails={details.toggle}
              onMarkRead={markRead}
            />
            <SelectionContext value={chosen.selection}>
              <Stages roomId={roomId} acts={acts} list={list} />
            </SelectionContext>
            <div className={styles.writing} inert={chosen.selection !== null}>
              <WritingPlace entry={entry} />
            </div>
            {chosen.selection && (
              <StageContext value={conversation}>
                <Suspense fallback={null}>
                  <SelectionBar roomId={roomId} keys={chosen.selection.keys} onClose={chosen.close} />
                </Suspense>
              </StageContext>
            )}
          </main>
          {beside && (
            <div className={styles.details}>
              <Suspense fallback={null}>
                <Beside roomId={roomId} threadSeq={threadSeq} details={details} />
              </Suspense>
            </div>
          )}
        </div>
      </Viewer>
      <StageContext value={conversation}>
        <OpenedPlace roomId={roomId} about={about} />
      </StageContext>
    </ConversationContext>
  );
}

/** Beside the conversation: a thread of it, who is in it, or what was shared in it. */
function Beside({ roomId, threadSeq, details }: { roomId: RoomId; threadSeq: number; details: Details }) {
  if (threadSeq > 0) return <ThreadPanel key={threadSeq} roomId={roomId} seq={threadSeq} />;
  if (details.part === "gallery") return <GalleryPanel key={roomId} roomId={roomId} onClose={details.closeGallery} />;
  return <MembersPanel key={roomId} roomId={roomId} onClose={details.toggle} />;
}
