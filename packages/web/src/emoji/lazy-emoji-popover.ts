import { screen } from "../screen.ts";
import type { EmojiPopoverProps } from "./emoji-popover.tsx";

/** All emoji. Apart from the other screens, as what answers to a touch needs it too. */
export const EmojiPopover = screen<EmojiPopoverProps>(async () => (await import("./emoji-popover.tsx")).EmojiPopover);
