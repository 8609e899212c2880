import type { RoomId } from "@parley/contract";
import { MessagesSquare } from "lucide-react";
import { WritingPlace } from "../composer/writing-place.tsx";
import { Viewer } from "../files/viewer.tsx";
import { ConversationContext, StageContext } from "../messages/conversation-context.ts";
import { MessageSkeleton } from "../messages/message-skeleton.tsx";
import { OpenedPlace } from "../messages/opened-place.tsx";
import { LoneStage } from "../messages/stage.tsx";
import { useConversationState } from "../messages/use-conversation-state.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useRoom } from "../use-client-state.ts";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { ThreadHeader } from "./thread-header.tsx";
import styles from "./thread-panel.module.css";
import { threadPath } from "./thread-path.ts";
import { ThreadTop } from "./thread-top.tsx";
import { useThread } from "./use-thread.ts";

export interface ThreadPanelProps {
  /** The message that it is about. */
  roomId: RoomId;
  seq: number;
}

/** The thread of a message, beside the conversation or in place of it: a conversation like any other. */
export function ThreadPanel({ roomId, seq }: ThreadPanelProps) {
  const { threads } = useWords();
  // As narrow as this, the panel stands in place of the conversation (conversation-page.module.css).
  const isAlone = useMedia("(max-width: 1080px)");
  const { threadId, isGone } = useThread(roomId, seq);
  const Pane = isAlone ? "main" : "aside";
  return (
    <Pane className={styles.panel} aria-label={threads.title}>
      <ThreadHeader roomId={roomId} threadId={threadId} isAlone={isAlone} />
      {isGone && <EmptyState icon={<MessagesSquare size={28} />} title={threads.gone} text={threads.goneText} />}
      {!isGone && <ThreadTop roomId={roomId} seq={seq} />}
      {!isGone && threadId === undefined && <MessageSkeleton />}
      {threadId !== undefined && <Replies threadId={threadId} path={threadPath({ roomId, seq })} />}
    </Pane>
  );
}

function Replies({ threadId, path }: { threadId: RoomId; path: string }) {
  const { threads } = useWords();
  const entry = useRoom(threadId);
  const frame = { composerId: "thread-composer", isForemost: true, path };
  const {
    conversation,
    acts,
    list,
    markRead: _,
    onKeyDown,
    chosen: _chosen,
    ...about
  } = useConversationState(threadId, frame);
  if (entry === undefined) return <MessageSkeleton />;
  return (
    <ConversationContext value={conversation}>
      <section className={styles.conversation} aria-label={threads.list} onKeyDown={onKeyDown}>
        <Viewer visit={conversation.visit}>
          <LoneStage roomId={threadId} acts={acts} list={list} />
        </Viewer>
        <WritingPlace entry={entry} />
      </section>
      <StageContext value={conversation}>
        <OpenedPlace roomId={threadId} about={about} />
      </StageContext>
    </ConversationContext>
  );
}
