import { type ClientState, type RoomEntry, shownRoom, threadList } from "@parley/client";
import type { Room } from "@parley/contract";
import { MessagesSquare } from "lucide-react";
import { Link } from "wouter";
import { previewOf } from "../messages/parsed.ts";
import { PageFrame } from "../pages/page-frame.tsx";
import { useBlocked } from "../people/use-blocked.ts";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { sameItems, useClientState, usePerson } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { shortTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { threadPath } from "./thread-path.ts";
import styles from "./threads-page.module.css";
import { useParent } from "./use-parent.ts";

/** The threads that I follow, wherever they are, the one with the last reply first. */
export function ThreadsPage() {
  const { threads, rooms } = useWords();
  const entries = useClientState(shownThreads, sameItems);
  return (
    <PageFrame title={rooms.threads}>
      {entries.length === 0 && (
        <EmptyState icon={<MessagesSquare size={28} />} title={threads.none} text={threads.noneText} />
      )}
      <ul className={styles.list}>
        {entries.map((entry) => {
          const { thread, id } = entry.state.room;
          return thread && <ThreadRow key={id} entry={entry} thread={thread} />;
        })}
      </ul>
    </PageFrame>
  );
}

function shownThreads(state: ClientState): readonly RoomEntry[] {
  return threadList(state).map((entry) => shownRoom(state, entry.state.room.id) ?? entry);
}

function ThreadRow({ entry, thread }: { entry: RoomEntry; thread: NonNullable<Room["thread"]> }) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const room = useRoomTitle(entry);
  const { message, person } = useParent(thread.roomId, thread.seq);
  const blocked = useBlocked();
  const { unread, mentions, lastMessage, room: own } = entry.state;
  const name = person?.name ?? words.messages.unknownPerson;
  const said = (one: typeof message) => {
    if (one === undefined) return "";
    if (blocked.includes(one.senderId)) return words.messages.blockedQuote;
    return one.deletedAt === undefined ? previewOf(words, one) : words.messages.deletedQuote;
  };
  return (
    <li>
      <Link href={threadPath(thread)} className={styles.thread}>
        <Avatar name={name} seed={message?.senderId ?? own.id} picture={person?.avatar} size={40} />
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.place}>
              <bdi>{name}</bdi> · <bdi>{room}</bdi>
            </span>
            <time className={styles.time}>{shortTime(lastMessage?.sentAt ?? own.createdAt, now, language)}</time>
          </span>
          <span className={styles.about} dir="auto">
            {said(message)}
          </span>
          <span className={styles.line}>
            {lastMessage === null ? (
              <span className={styles.last}>{words.threads.noReplies}</span>
            ) : (
              <LastReply senderId={lastMessage.senderId} text={said(lastMessage)} />
            )}
            <Badge isStrong={mentions > 0} count={unread} label={words.threads.unread(unread)} />
          </span>
        </span>
      </Link>
    </li>
  );
}

function LastReply({ senderId, text }: { senderId: Parameters<typeof usePerson>[0]; text: string }) {
  const { messages } = useWords();
  const person = usePerson(senderId);
  return (
    <span className={styles.last} dir="auto">
      {person?.name ?? messages.unknownPerson}: {text}
    </span>
  );
}
