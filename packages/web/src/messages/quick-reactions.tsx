import type { TimelineRow } from "@parley/client";
import { SmilePlus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./quick-reactions.module.css";
import { useReact } from "./use-react.ts";

/** What most answers are. */
const quick = ["👍", "❤️", "😂", "🎉", "😮", "😢"] as const;

export interface QuickReactionsProps {
  row: TimelineRow;
  /** In a menu its arrows move among these, too; elsewhere they have arrows of their own. */
  isInMenu?: boolean;
  onDone: () => void;
  /** All other emoji. */
  onMore: () => void;
}

/** Six emoji to react with at once, and the way to all others. */
export function QuickReactions({ row, isInMenu = false, onDone, onMore }: QuickReactionsProps) {
  const { reactions: words } = useWords();
  const react = useReact();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isInMenu) bar.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isInMenu]);
  const roles = (isMine: boolean) =>
    isInMenu
      ? ({ role: "menuitemcheckbox", "aria-checked": isMine, tabIndex: -1 } as const)
      : { "aria-pressed": isMine };
  const label = { "aria-label": words.react };
  const bars = isInMenu ? { role: "group", ...label } : { role: "toolbar", onKeyDown: move, ...label };
  return (
    <div ref={bar} className={styles.bar} {...bars}>
      {quick.map((emoji) => {
        const isMine = row.message.reactions?.some((one) => one.emoji === emoji && one.isMine) === true;
        return (
          <button
            key={emoji}
            type="button"
            {...roles(isMine)}
            className={classes(styles.emoji, isMine && styles.mine)}
            aria-label={words.with(emoji)}
            onClick={() => {
              onDone();
              react(row, emoji);
            }}
          >
            {emoji}
          </button>
        );
      })}
      <button
        type="button"
        {...(isInMenu && { role: "menuitem", tabIndex: -1 })}
        className={styles.emoji}
        aria-label={words.more}
        onClick={onMore}
      >
        <SmilePlus size={20} aria-hidden="true" />
      </button>
    </div>
  );
}

function move(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const towards = document.documentElement.dir === "rtl" ? -step : step;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((now + towards) % buttons.length)?.focus();
  event.preventDefault();
}
