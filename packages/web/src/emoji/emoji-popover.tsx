import type { Sticker } from "@parley/contract";
import { Popover } from "../ui/popover.tsx";
import type { PopoverPlace } from "../ui/use-popover.ts";
import { useWords } from "../words/use-words.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import { PickerTabs } from "./picker-tabs.tsx";

export interface EmojiPopoverProps {
  at: PopoverPlace;
  onPick: (emoji: string) => void;
  /** Stickers are offered too. */
  onSticker?: ((sticker: Sticker) => void) | undefined;
  onClose: () => void;
}

/** The picker beside what opened it; on a phone, a sheet. It stays until it is closed, also after a pick. */
export function EmojiPopover({ at, onPick, onSticker, onClose }: EmojiPopoverProps) {
  const { emoji } = useWords();
  return (
    <Popover label={emoji.title} at={at} onClose={onClose}>
      {onSticker ? <PickerTabs onPick={onPick} onSticker={onSticker} /> : <EmojiPicker onPick={onPick} />}
    </Popover>
  );
}
