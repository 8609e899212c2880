import type { RoomId } from "@parley/contract";
import { ArrowLeft, Bell, BellOff, X } from "lucide-react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { IconButton } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useRoom } from "../use-client-state.ts";
import { failureText } from "../words/failure-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./thread-panel.module.css";

interface ThreadHeaderProps {
  roomId: RoomId;
  threadId: RoomId | undefined;
  isAlone: boolean;
}

/** Which room the thread is in, whether I follow it, and the way out. */
export function ThreadHeader({ roomId, threadId, isAlone }: ThreadHeaderProps) {
  const { threads } = useWords();
  const [, navigate] = useLocation();
  const close = () => {
    navigate(`/r/${roomId}`);
    // Where one came from, once it is there again.
    requestAnimationFrame(() => document.getElementById("composer")?.focus());
  };
  const Title = isAlone ? "h1" : "h2";
  return (
    <header className={styles.header}>
      {isAlone && <IconButton label={threads.back} icon={<ArrowLeft size={20} />} onClick={close} />}
      <div className={styles.words}>
        <Title className={styles.title}>{threads.title}</Title>
        <RoomName roomId={roomId} />
      </div>
      {threadId !== undefined && <FollowButton threadId={threadId} />}
      {!isAlone && <IconButton label={threads.close} icon={<X size={20} />} onClick={close} />}
    </header>
  );
}

function RoomName({ roomId }: { roomId: RoomId }) {
  const entry = useRoom(roomId);
  return <p className={styles.room}>{entry && <NameOf entry={entry} />}</p>;
}

function NameOf({ entry }: { entry: NonNullable<ReturnType<typeof useRoom>> }) {
  return <bdi>{useRoomTitle(entry)}</bdi>;
}

function FollowButton({ threadId }: { threadId: RoomId }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const isFollowed = useRoom(threadId)?.state.isFollowed === true;
  const toggle = () => {
    client.call("thread:follow", { roomId: threadId, isFollowed: !isFollowed }).then(
      () => toast({ text: isFollowed ? words.threads.unfollowed : words.threads.followed }),
      (error: unknown) => toast({ text: failureText(words, language, error) }),
    );
  };
  return (
    <IconButton
      label={isFollowed ? words.threads.unfollow : words.threads.follow}
      icon={isFollowed ? <Bell size={20} /> : <BellOff size={20} />}
      isOn={isFollowed}
      aria-pressed={isFollowed}
      onClick={toggle}
    />
  );
}
