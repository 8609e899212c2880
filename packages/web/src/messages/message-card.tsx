import type { Message, User } from "@parley/contract";
import type { ReactNode } from "react";
import { useBlocked } from "../people/use-blocked.ts";
import { Avatar } from "../ui/avatar.tsx";
import { usePerson } from "../use-client-state.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./message-card.module.css";
import { previewOf } from "./parsed.ts";

export interface MessageCardProps {
  message: Message;
  /** Who wrote it, where that is not sure to be known already. */
  person?: User | undefined;
  /** Where it stands, if that is not plain. */
  place?: string | undefined;
  /** Leads to the message. */
  onOpen: () => void;
  actions?: ReactNode;
}

/** A message away from its conversation, in a list: pressing it goes there. */
export function MessageCard({ message, place, onOpen, actions, ...given }: MessageCardProps) {
  const words = useWords();
  const language = useLanguage();
  const known = usePerson(message.senderId);
  const person = known ?? given.person;
  const isBlocked = useBlocked().includes(message.senderId);
  const name = person?.name ?? words.messages.unknownPerson;
  const text = isBlocked ? words.messages.blockedQuote : previewOf(words, message);
  return (
    <li className={styles.card}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <Avatar name={name} seed={message.senderId} picture={person?.avatar} size={36} />
        <span className={styles.words}>
          <span className={styles.head}>
            <bdi className={styles.name}>{name}</bdi>
            <span className={styles.facts}>
              {place !== undefined && <bdi>{place} · </bdi>}
              {momentName(message.sentAt, language)}
            </span>
          </span>
          <span className={styles.text} dir="auto">
            {text}
          </span>
        </span>
      </button>
      {actions}
    </li>
  );
}
