import { type ClientState, shownRoom, type TimelineRow } from "@parley/client";
import type { ThreadSum, User, UserId } from "@parley/contract";
import { useCallback } from "react";
import { Link } from "wouter";
import { useStage } from "../messages/conversation-context.ts";
import { Avatar } from "../ui/avatar.tsx";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { relativeTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./thread-bar.module.css";
import { threadPath } from "./thread-path.ts";

export interface ThreadBarProps {
  row: TimelineRow;
  isTabStop: boolean;
}

/** Under a message that has a thread: who replied, how often, and when last. Leads there. */
export function ThreadBar({ row, isTabStop }: ThreadBarProps) {
  const { roomId } = useStage();
  const { thread, seq } = row.message;
  if (thread === undefined) return null;
  return <Bar thread={thread} href={threadPath({ roomId, seq })} isTabStop={isTabStop} />;
}

function Bar({ thread, href, isTabStop }: { thread: ThreadSum; href: string; isTabStop: boolean }) {
  const { threads } = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const unread = useClientState((state) => shownRoom(state, thread.roomId)?.state.unread ?? 0);
  const replies = threads.replies(thread.count);
  const isLate = now - thread.lastAt >= 60_000;
  const last = isLate ? threads.last(relativeTime(thread.lastAt, now, language)) : threads.justNow;
  return (
    <Link href={href} className={styles.bar} tabIndex={isTabStop ? 0 : -1}>
      <Faces userIds={thread.userIds} />
      <span className={styles.count}>{replies}</span>
      <span className={styles.last}>{last}</span>
      {unread > 0 && <span className={styles.dot} role="img" aria-label={threads.unread(unread)} />}
    </Link>
  );
}

function Faces({ userIds }: { userIds: readonly UserId[] }) {
  const select = useCallback(({ people }: ClientState) => userIds.map((userId) => people.get(userId)), [userIds]);
  const people: readonly (User | undefined)[] = useClientState(select, sameItems);
  return (
    <span className={styles.faces}>
      {userIds.map((userId, at) => (
        <Avatar key={userId} name={people[at]?.name ?? "?"} seed={userId} picture={people[at]?.avatar} size={22} />
      ))}
    </span>
  );
}
