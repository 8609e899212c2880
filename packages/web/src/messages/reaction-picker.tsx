import type { TimelineRow } from "@parley/client";
import { useState } from "react";
import { EmojiPopover } from "../emoji/lazy-emoji-popover.ts";
import { Popover } from "../ui/popover.tsx";
import type { PopoverPlace } from "../ui/use-popover.ts";
import { useWords } from "../words/use-words.ts";
import { QuickReactions } from "./quick-reactions.tsx";
import { useReact } from "./use-react.ts";

export interface ReactionPickerProps {
  row: TimelineRow;
  at: PopoverPlace;
  /** All emoji from the start. */
  isWhole: boolean;
  onClose: () => void;
}

/** Beside a message: six emoji to react with, or all of them. */
export function ReactionPicker({ row, at, isWhole, onClose }: ReactionPickerProps) {
  const words = useWords();
  const react = useReact();
  const [showsAll, setShowsAll] = useState(isWhole);
  if (showsAll) {
    const pick = (emoji: string) => {
      onClose();
      react(row, emoji);
    };
    return <EmojiPopover at={at} onPick={pick} onClose={onClose} />;
  }
  return (
    <Popover label={words.reactions.react} at={at} onClose={onClose}>
      <QuickReactions row={row} onDone={onClose} onMore={() => setShowsAll(true)} />
    </Popover>
  );
}
