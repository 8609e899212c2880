import type { Sticker } from "@parley/contract";
import { Smile } from "lucide-react";
import { type RefObject, Suspense, useCallback, useState } from "react";
import { replaceRange } from "../composer/text-edits.ts";
import { IconButton } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { EmojiPopover } from "./lazy-emoji-popover.ts";

export interface EmojiButtonProps {
  area: RefObject<HTMLTextAreaElement | null>;
  /** Sends one at once; absent where none can be sent. */
  onSticker: ((sticker: Sticker) => void) | undefined;
}

/** Opens the picker, and puts what is picked where the caret stands. */
export function EmojiButton({ area, onSticker }: EmojiButtonProps) {
  const { composer: words } = useWords();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setOpener(null), []);
  const insert = (emoji: string) => {
    close();
    if (area.current === null) return;
    const { selectionStart: start, selectionEnd: end } = area.current;
    replaceRange(area.current, { start, end }, emoji);
  };
  const send = (sticker: Sticker) => {
    close();
    onSticker?.(sticker);
    area.current?.focus();
  };
  return (
    <>
      <IconButton
        label={words.emoji}
        icon={<Smile size={20} />}
        aria-haspopup="dialog"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      />
      <Suspense fallback={null}>
        {opener && <EmojiPopover at={opener} onPick={insert} onSticker={onSticker && send} onClose={close} />}
      </Suspense>
    </>
  );
}
