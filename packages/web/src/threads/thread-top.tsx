import type { Message, RoomId } from "@parley/contract";
import { StageContext, useConversation } from "../messages/conversation-context.ts";
import { MessageBody } from "../messages/message-body.tsx";
import { MessageHead } from "../messages/message-head.tsx";
import { previewOf } from "../messages/parsed.ts";
import { useBlocked } from "../people/use-blocked.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./thread-panel.module.css";
import { useParent } from "./use-parent.ts";

/** Over the replies: the message that they are about, as far as it fits. */
export function ThreadTop({ roomId, seq }: { roomId: RoomId; seq: number }) {
  const { threads, messages } = useWords();
  const conversation = useConversation();
  const { message, person } = useParent(roomId, seq);
  const name = person?.name ?? messages.unknownPerson;
  return (
    <section className={styles.top} aria-label={threads.about}>
      {message && (
        <StageContext value={conversation}>
          <Avatar name={name} seed={message.senderId} picture={person?.avatar} size={36} />
          <div className={styles.said}>
            <MessageHead message={message} person={person} isTabStop />
            <Said message={message} />
          </div>
        </StageContext>
      )}
    </section>
  );
}

function Said({ message }: { message: Message }) {
  const words = useWords();
  const isBlocked = useBlocked().includes(message.senderId);
  if (message.deletedAt !== undefined) return <p className={styles.quiet}>{words.messages.deleted}</p>;
  if (isBlocked) return <p className={styles.quiet}>{words.messages.blockedQuote}</p>;
  return (
    <>
      {message.body !== "" && <MessageBody message={message} />}
      {(message.body === "" || message.files) && (
        <p className={styles.quiet}>{previewOf(words, { ...message, body: "" })}</p>
      )}
    </>
  );
}
