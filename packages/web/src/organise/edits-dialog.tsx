import type { Message } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import type { AboutMessageProps } from "../messages/delete-dialog.tsx";
import { MessageBody } from "../messages/message-body.tsx";
import { Banner } from "../ui/banner.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./edits-dialog.module.css";

/** What a message said before, as far as I could see it then; the newest first. */
export function EditsDialog({ row: { message }, roomId, onClose }: AboutMessageProps) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const { seq, sentAt, editedAt = sentAt } = message;
  const { data, error } = useLoad(useCallback(() => client.call("edit:list", { roomId, seq }), [client, roomId, seq]));
  const earlier = data?.edits.toReversed() ?? [];
  return (
    <Dialog isText title={words.organise.edits} onClose={onClose}>
      {error !== null && <Banner kind="danger">{errorText(words, language, error)}</Banner>}
      {data === null && error === null && (
        <Late label={words.app.loading}>
          <Skeleton width="80%" height="56px" />
        </Late>
      )}
      {data !== null && (
        <ol className={styles.list}>
          <Version message={message} at={editedAt} isCurrent />
          {earlier.map(({ body, writtenAt }) => (
            <Version key={writtenAt} message={{ ...message, body }} at={writtenAt} />
          ))}
        </ol>
      )}
      {data !== null && earlier.length === 0 && <p className={styles.note}>{words.organise.editsNone}</p>}
    </Dialog>
  );
}

function Version({ message, at, isCurrent = false }: { message: Message; at: number; isCurrent?: boolean }) {
  const { organise } = useWords();
  const language = useLanguage();
  return (
    <li className={styles.version}>
      <p className={styles.when}>
        <time dateTime={new Date(at).toISOString()}>{momentName(at, language)}</time>
        {isCurrent && <span className={styles.now}>{organise.editsNow}</span>}
      </p>
      {message.body === "" ? <p className={styles.note}>{organise.editsEmpty}</p> : <MessageBody message={message} />}
    </li>
  );
}
