import type { RoomId } from "@parley/contract";
import { DoorClosed } from "lucide-react";
import { Fragment, Suspense } from "react";
import { Link } from "wouter";
import { WritingPlace } from "../composer/writing-place.tsx";
import { AtRest } from "../rest.tsx";
import { NextSteps } from "../rooms/next-steps.tsx";
import { Announcer, DeleteDialog, MembersPanel, MessageMenu, MessageReportDialog, ReadersDialog } from "../screens.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useClientState, useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { ConversationContext } from "./conversation-context.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import styles from "./conversation-page.module.css";
import { MessageList } from "./message-list.tsx";
import { MessageSkeleton } from "./message-skeleton.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useConversationState } from "./use-conversation-state.ts";
import { useDetails } from "./use-details.ts";

/**
 * One room: its messages, what one writes, and on the side the people in it. The page stays from room to room; only what
 * is different through and through is made anew: a room that is known must be there within 100 ms (experience.md).
 */
export function ConversationPage({ roomId, isAtMembers }: { roomId: RoomId; isAtMembers: boolean }) {
  const entry = useRoom(roomId);
  const isGone = useClientState((state) => state.connection.status === "live" && !state.rooms.has(roomId));
  const { conversation, list, menu, deletion, readers, report, markRead, onKeyDown } = useConversationState(roomId);
  const details = useDetails(roomId, isAtMembers);
  if (entry === undefined) return isGone ? <RoomGone /> : <MessageSkeleton />;
  return (
    <ConversationContext value={conversation}>
      <div className={styles.page} data-details={details.isOpen}>
        <main className={styles.conversation} onKeyDown={onKeyDown}>
          <ConversationHeader
            entry={entry}
            isDetailed={details.isOpen}
            onToggleDetails={details.toggle}
            onMarkRead={markRead}
          />
          <Fragment key={roomId}>
            {entry.window === null ? (
              <MessageSkeleton />
            ) : (
              <MessageList entry={entry} window={entry.window} {...list} />
            )}
            <NextSteps entry={entry} />
            <TypingLine roomId={roomId} />
            <Suspense fallback={null}>
              <AtRest>
                <Announcer roomId={roomId} />
              </AtRest>
            </Suspense>
          </Fragment>
          <WritingPlace entry={entry} />
        </main>
        {details.isOpen && (
          <div className={styles.details}>
            <Suspense fallback={null}>
              <MembersPanel key={roomId} roomId={roomId} onClose={details.toggle} />
            </Suspense>
          </div>
        )}
      </div>
      <Suspense fallback={null}>
        {menu.open && <MessageMenu {...menu.open} onClose={menu.close} />}
        {deletion.row && <DeleteDialog row={deletion.row} roomId={roomId} onClose={deletion.close} />}
        {readers.row && <ReadersDialog row={readers.row} roomId={roomId} onClose={readers.close} />}
        {report.row && <MessageReportDialog row={report.row} roomId={roomId} onClose={report.close} />}
      </Suspense>
    </ConversationContext>
  );
}

function RoomGone() {
  const words = useWords();
  return (
    <main>
      <EmptyState
        icon={<DoorClosed size={28} />}
        title={words.rooms.goneTitle}
        text={words.rooms.goneText}
        actions={
          <>
            <Link href="/">{words.rooms.toRooms}</Link>
            <Link href="/rooms">{words.rooms.browse}</Link>
          </>
        }
      />
    </main>
  );
}
