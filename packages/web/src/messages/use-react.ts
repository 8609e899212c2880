import type { TimelineRow } from "@parley/client";
import { codeIn, fullEmoji, limits } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";

/** Adds a reaction of mine to a message, or takes it back if it is there. */
export function useReact(): (row: TimelineRow, emoji: string) => void {
  const { reactions: words } = useWords();
  const client = useClient();
  const toast = useToast();
  const { roomId } = useStage();
  return ({ message }, picked) => {
    const emoji = codeIn(picked) === undefined ? fullEmoji(picked) : picked;
    const { reactions = [] } = message;
    const known = reactions.find((one) => one.emoji === emoji);
    if (emoji === undefined) toast({ text: words.impossible });
    else if (known === undefined && reactions.length >= limits.reactionKinds) toast({ text: words.tooMany });
    else void client.react(roomId, message.seq, { emoji, isOn: known?.isMine !== true });
  };
}
