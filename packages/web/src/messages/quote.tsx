import type { ClientState } from "@parley/client";
import type { Message, RoomId } from "@parley/contract";
import { type CSSProperties, useCallback } from "react";
import { colourOf } from "../ui/names.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState, usePerson } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { useStage } from "./conversation-context.ts";
import { previewOf } from "./parsed.ts";
import styles from "./quote.module.css";

/** The message that a message answers; pressing it goes there. */
export function Quote({ roomId, seq }: { roomId: RoomId; seq: number }) {
  const words = useWords();
  const { jumpTo } = useStage();
  const message = useClientState(useCallback((state: ClientState) => quoted(state, roomId, seq), [roomId, seq]));
  const person = usePerson(message?.senderId);
  const isBlocked = useClientState(({ relations }) => message && relations.get(message.senderId)?.kind === "blocked");
  const text = isBlocked ? words.messages.blockedQuote : message && textOf(words, message);
  const name = person?.name ?? words.messages.unknownPerson;
  const style = { "--quote-colour": `var(--name-${colourOf(message?.senderId ?? "")})` } as CSSProperties;
  return (
    <button type="button" className={styles.quote} style={style} onClick={() => jumpTo(seq)}>
      <VisuallyHidden>{words.messages.answers}</VisuallyHidden>
      {message && !isBlocked && <span className={styles.name}>{name}</span>}
      <span className={styles.text} dir="auto">
        {message ? text : words.app.loading}
      </span>
    </button>
  );
}

function textOf(words: Words, message: Message): string {
  return message.deletedAt === undefined ? previewOf(words, message) : words.messages.deletedQuote;
}

/** In the window where it is loaded, else among the quotes that the client fetched. */
export function quoted(state: ClientState, roomId: RoomId, seq: number): Message | undefined {
  const entry = state.rooms.get(roomId);
  const first = entry?.window?.messages[0];
  const inWindow = first === undefined ? undefined : entry?.window?.messages[seq - first.seq];
  return inWindow?.seq === seq ? inWindow : entry?.quotes.get(seq);
}
