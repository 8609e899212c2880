import { type ClientState, pinsAtHand, type RoomEntry } from "@parley/client";
import { List, Pin } from "lucide-react";
import { useCallback, useState } from "react";
import { useStage } from "../messages/conversation-context.ts";
import { previewOf } from "../messages/parsed.ts";
import { quoted } from "../messages/quote.tsx";
import { useBlocked } from "../people/use-blocked.ts";
import { IconButton } from "../ui/button.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./pin-bar.module.css";
import { PinsDialog } from "./pins-dialog.tsx";

/** Under the header: the message pinned last. Pressing it goes there, and shows the one before; so around. */
export function PinBar({ entry }: { entry: RoomEntry }) {
  const words = useWords();
  const { jumpTo } = useStage();
  const [steps, setSteps] = useState(0);
  const [isListed, setListed] = useState(false);
  const { pins, room } = entry.state;
  const count = Math.min(pins.length, pinsAtHand);
  const step = steps % count;
  const seq = pins.at(-1 - step) ?? 0;
  const message = useClientState(useCallback((state: ClientState) => quoted(state, room.id, seq), [room.id, seq]));
  const isBlocked = useBlocked().some((userId) => userId === message?.senderId);
  const preview = message === undefined ? words.app.loading : previewOf(words, message);
  const title = pins.length === 1 ? words.organise.pinned : words.organise.pinAt(pins.length - step, pins.length);
  return (
    <section className={styles.bar} aria-label={words.organise.pins}>
      <button
        type="button"
        className={styles.current}
        onClick={() => {
          jumpTo(seq);
          setSteps(step + 1);
        }}
      >
        <Pin size={18} aria-hidden="true" className={styles.icon} />
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.text} dir="auto">
            {isBlocked ? words.messages.blockedQuote : preview}
          </span>
        </span>
      </button>
      <IconButton
        label={words.organise.pinsCount(pins.length)}
        icon={<List size={20} />}
        aria-haspopup="dialog"
        onClick={() => setListed(true)}
      />
      {isListed && <PinsDialog entry={entry} onClose={() => setListed(false)} />}
    </section>
  );
}
