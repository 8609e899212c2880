import type { Message, User } from "@parley/contract";
import type { CSSProperties } from "react";
import { usePersonCard } from "../people/use-person-card.ts";
import { colourOf } from "../ui/names.ts";
import { bareClockTime, clockTime, exactTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import styles from "./message-head.module.css";

export interface MessageHeadProps {
  message: Message;
  /** Who wrote it, if they are known. */
  person: User | undefined;
  isTabStop: boolean;
}

/** Who wrote it, and when. */
export function MessageHead({ message, person, isTabStop }: MessageHeadProps) {
  const words = useWords();
  const showCard = usePersonCard();
  const { roomId } = useStage();
  const style = { "--name-colour": `var(--name-${colourOf(message.senderId)})` } as CSSProperties;
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.name}
        style={style}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="dialog"
        onClick={(event) => showCard({ userId: message.senderId, at: event.currentTarget, roomId })}
      >
        <bdi>{person?.name ?? words.messages.unknownPerson}</bdi>
      </button>
      <MessageTime at={message.sentAt} />
    </div>
  );
}

/** The time of day; exactly, on hover. */
export function MessageTime({ at, className }: { at: number; className?: string | undefined }) {
  const language = useLanguage();
  return (
    <time
      className={className ?? styles.time}
      dateTime={new Date(at).toISOString()}
      data-tooltip={exactTime(at, language)}
    >
      {className === undefined ? clockTime(at, language) : bareClockTime(at, language)}
    </time>
  );
}
