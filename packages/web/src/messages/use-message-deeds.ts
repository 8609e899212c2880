import type { TimelineRow } from "@parley/client";
import { useClient } from "../client-context.ts";
import { copyText } from "../ui/copy-text.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { useConversation } from "./conversation-context.ts";
import type { MessageActionsOptions } from "./message-actions.tsx";

/** What the actions on a message do, and what decides which of them fit it. */
export function useMessageDeeds(): (row: TimelineRow) => MessageActionsOptions {
  const words = useWords();
  const client = useClient();
  const toast = useToast();
  const { roomId, setTarget, focusComposer, askToDelete, askWhoRead, askToReport, holdUnread } = useConversation();
  return (row) => {
    const { me, rooms } = client.getState();
    const role = rooms.get(roomId)?.state.role;
    const { message } = row;
    const aim = (kind: "reply" | "edit") => {
      setTarget({ kind, message });
      focusComposer();
    };
    const copy = async (text: string) => {
      if (await copyText(text)) toast({ text: words.app.copied });
    };
    return {
      isMine: message.senderId === me?.id,
      isModerator: role === "owner" || role === "moderator",
      row,
      on: {
        reply: () => aim("reply"),
        edit: () => aim("edit"),
        copy: () => void copy(message.body),
        link: () => void copy(`${location.origin}/r/${roomId}?at=${message.seq}`),
        readers: () => askWhoRead(row),
        report: () => askToReport(row),
        unread: () => {
          holdUnread(true);
          void client.markUnread(roomId, message.seq - 1);
          toast({ text: words.messages.markedUnread });
        },
        delete: () => askToDelete(row),
      },
    };
  };
}
