import { type ClientState, shownReactions, type TimelineRow } from "@parley/client";
import type { Reaction } from "@parley/contract";
import { useCallback, useRef } from "react";
import { useClient } from "../client-context.ts";
import { EmojiSign } from "../emoji/emoji-sign.tsx";
import { useBlocked } from "../people/use-blocked.ts";
import { classes } from "../ui/classes.ts";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import { useMayReact } from "./may-react.ts";
import styles from "./reactions.module.css";
import { LONG_PRESS_MS } from "./use-row-gestures.ts";

interface ReactionsProps {
  row: TimelineRow;
  isTabStop: boolean;
}

/** Under a message: each kind with its count. A press adds mine or takes it back. */
export function Reactions({ row, isTabStop }: ReactionsProps) {
  const words = useWords();
  const blocked = useBlocked();
  const shown = shownReactions(row.message, (userId) => blocked.includes(userId));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.reactions} aria-label={words.messages.reactions}>
      {shown.map((reaction) => (
        <li key={reaction.emoji}>
          <Chip row={row} reaction={reaction} isTabStop={isTabStop} />
        </li>
      ))}
    </ul>
  );
}

function Chip({ row, reaction, isTabStop }: ReactionsProps & { reaction: Reaction }) {
  const { messages: words } = useWords();
  const client = useClient();
  const { roomId } = useStage();
  const isAllowed = useMayReact(roomId);
  const { emoji, count } = reaction;
  const isMine = reaction.isMine === true;
  const isFixed = !(isAllowed || isMine);
  const touchedAt = useRef(Number.POSITIVE_INFINITY);
  return (
    <button
      type="button"
      className={classes(styles.chip, isMine && styles.mine)}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isMine}
      aria-disabled={isFixed}
      aria-label={words.reacted(count, emoji, isMine)}
      data-tooltip={useNames(reaction)}
      onPointerDown={({ pointerType, timeStamp }) => {
        touchedAt.current = pointerType === "touch" ? timeStamp : Number.POSITIVE_INFINITY;
      }}
      onClick={({ timeStamp }) => {
        // The finger that opened the row's menu lifts: that is no press.
        const isLong = timeStamp - touchedAt.current > LONG_PRESS_MS;
        if (!isFixed && !isLong) void client.react(roomId, row.message.seq, { emoji, isOn: !isMine });
      }}
    >
      <span className={styles.emoji}>
        <EmojiSign emoji={emoji} />
      </span>
      <span className={styles.count}>{count}</span>
    </button>
  );
}

/** Who is behind it, as far as the message tells: me first. */
function useNames({ emoji, count, userIds, isMine }: Reaction): string {
  const { messages: words } = useWords();
  const select = useCallback(
    ({ me, people }: ClientState) => {
      const others = userIds.filter((userId) => userId !== me?.id);
      return others.map((userId) => people.get(userId)?.name ?? words.unknownPerson);
    },
    [userIds, words],
  );
  const names = useClientState(select, sameItems);
  const named = isMine ? [words.you, ...names] : names;
  return words.reactedBy(named, count - named.length, emoji);
}
