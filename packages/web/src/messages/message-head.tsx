import type { Message } from "@parley/contract";
import type { CSSProperties } from "react";
import { colourOf } from "../ui/names.ts";
import { usePerson } from "../use-client-state.ts";
import { clockTime, exactTime } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./message-head.module.css";

/** Who wrote it, and when. */
export function MessageHead({ message }: { message: Message }) {
  const words = useWords();
  const person = usePerson(message.senderId);
  const style = { "--name-colour": `var(--name-${colourOf(message.senderId)})` } as CSSProperties;
  return (
    <div className={styles.head}>
      <span className={styles.name} style={style}>
        <bdi>{person?.name ?? words.messages.unknownPerson}</bdi>
      </span>
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
      {clockTime(at, language)}
    </time>
  );
}
