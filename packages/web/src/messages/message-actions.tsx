import type { TimelineRow } from "@parley/client";
import { CheckCheck, Copy, Flag, Link2, MailOpen, Pencil, Reply, Trash2 } from "lucide-react";
import type { MenuItem } from "../ui/menu.tsx";
import type { Words } from "../words/words.ts";

type ActionName = "reply" | "edit" | "copy" | "link" | "readers" | "report" | "unread" | "delete";

export interface MessageActionsOptions {
  row: TimelineRow;
  isMine: boolean;
  /** May delete what others wrote. */
  isModerator: boolean;
  on: Record<ActionName, () => void>;
}

const SIZE = 18;

/** What fits this message: nothing for a deleted one, little for one on its way. */
export function messageActions({ messages: words }: Words, options: MessageActionsOptions): readonly MenuItem[] {
  const { row, isMine, isModerator, on } = options;
  if (row.message.deletedAt !== undefined) return [];
  const isStored = row.status === "stored" && row.message.seq > 0;
  const all: readonly (MenuItem & { isOffered: boolean })[] = [
    {
      id: "reply",
      label: words.reply,
      icon: <Reply size={SIZE} />,
      keys: "R",
      onSelect: on.reply,
      isOffered: isStored,
    },
    {
      id: "edit",
      label: words.edit,
      icon: <Pencil size={SIZE} />,
      keys: "E",
      onSelect: on.edit,
      isOffered: isStored && isMine,
    },
    { id: "copy", label: words.copyText, icon: <Copy size={SIZE} />, onSelect: on.copy, isOffered: true },
    { id: "link", label: words.copyLink, icon: <Link2 size={SIZE} />, onSelect: on.link, isOffered: isStored },
    {
      id: "readers",
      label: words.seenBy,
      icon: <CheckCheck size={SIZE} />,
      onSelect: on.readers,
      isOffered: isStored && isMine,
    },
    { id: "unread", label: words.markUnread, icon: <MailOpen size={SIZE} />, onSelect: on.unread, isOffered: isStored },
    {
      id: "report",
      label: words.report,
      icon: <Flag size={SIZE} />,
      startsGroup: true,
      onSelect: on.report,
      isOffered: isStored && !isMine,
    },
    {
      id: "delete",
      label: words.delete,
      icon: <Trash2 size={SIZE} />,
      keys: "Del",
      isDanger: true,
      startsGroup: true,
      onSelect: on.delete,
      isOffered: isStored && (isMine || isModerator),
    },
  ];
  return all.filter((item) => item.isOffered);
}
