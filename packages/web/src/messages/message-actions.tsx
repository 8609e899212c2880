import type { TimelineRow } from "@parley/client";
import {
  Bookmark,
  BookmarkX,
  CheckCheck,
  CircleCheck,
  Copy,
  Flag,
  Forward,
  History,
  Link2,
  MailOpen,
  MessagesSquare,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
  Unlink,
} from "lucide-react";
import type { MenuItem } from "../ui/menu.tsx";
import type { Words } from "../words/words.ts";

type ActionName =
  | "reply"
  | "edit"
  | "thread"
  | "forward"
  | "reactors"
  | "copy"
  | "link"
  | "pin"
  | "unlink"
  | "save"
  | "readers"
  | "edits"
  | "report"
  | "unread"
  | "select"
  | "delete";

export interface MessageActionsOptions {
  row: TimelineRow;
  isMine: boolean;
  /** May delete what others wrote. */
  isModerator: boolean;
  mayPin: boolean;
  isSaved: boolean;
  /** Its room has threads; of its own it may begin one; it is in one itself. */
  hasThreads: boolean;
  mayThread: boolean;
  isThread: boolean;
  on: Record<ActionName, () => void>;
}

const SIZE = 18;

/** What fits this message: nothing for a deleted one, little for one on its way. */
export function isOffered(name: ActionName, options: MessageActionsOptions): boolean {
  const { row, isMine, isModerator, mayPin, hasThreads, mayThread, isThread } = options;
  if (row.message.deletedAt !== undefined) return false;
  // There are no words to copy or to change.
  if ((name === "copy" || name === "edit") && row.message.sticker) return false;
  if (name === "copy") return true;
  if (row.status !== "stored" || row.message.seq === 0) return false;
  switch (name) {
    case "edit":
      return isMine && row.message.forwardedFrom === undefined && row.message.poll === undefined;
    case "select":
      return !isThread;
    case "readers":
      return isMine && !isThread;
    case "thread":
      return hasThreads && (mayThread || row.message.thread !== undefined);
    case "report":
      return !isMine;
    case "delete":
      return isMine || isModerator;
    case "unlink":
      return row.message.preview !== undefined && (isMine || isModerator);
    case "edits":
      return row.message.editedAt !== undefined;
    case "pin":
      return mayPin;
    case "reactors":
      return row.message.reactions !== undefined;
    default:
      return true;
  }
}

/** The actions in the order of the menu. */
export function messageActions(words: Words, options: MessageActionsOptions): readonly MenuItem[] {
  const { deeds, organise } = words;
  const isPinned = options.row.message.pinnedAt !== undefined;
  const all: readonly (Omit<MenuItem, "onSelect"> & { id: ActionName })[] = [
    { id: "reply", label: deeds.reply, icon: <Reply size={SIZE} />, keys: "R" },
    { id: "thread", label: words.threads.reply, icon: <MessagesSquare size={SIZE} />, keys: "T" },
    { id: "edit", label: deeds.edit, icon: <Pencil size={SIZE} />, keys: "E" },
    { id: "forward", label: organise.forward, icon: <Forward size={SIZE} />, keys: "F" },
    { id: "copy", label: deeds.copyText, icon: <Copy size={SIZE} /> },
    { id: "link", label: deeds.copyLink, icon: <Link2 size={SIZE} /> },
    isPinned
      ? { id: "pin", label: organise.unpin, icon: <PinOff size={SIZE} /> }
      : { id: "pin", label: organise.pin, icon: <Pin size={SIZE} /> },
    { id: "unlink", label: words.links.remove, icon: <Unlink size={SIZE} /> },
    options.isSaved
      ? { id: "save", label: organise.unsave, icon: <BookmarkX size={SIZE} /> }
      : { id: "save", label: organise.save, icon: <Bookmark size={SIZE} /> },
    { id: "edits", label: organise.edits, icon: <History size={SIZE} /> },
    { id: "readers", label: deeds.seenBy, icon: <CheckCheck size={SIZE} /> },
    { id: "reactors", label: deeds.whoReacted, icon: <SmilePlus size={SIZE} /> },
    { id: "unread", label: deeds.markUnread, icon: <MailOpen size={SIZE} /> },
    { id: "select", label: organise.select, icon: <CircleCheck size={SIZE} /> },
    { id: "report", label: deeds.report, icon: <Flag size={SIZE} />, startsGroup: true },
    { id: "delete", label: deeds.delete, icon: <Trash2 size={SIZE} />, keys: "Del", isDanger: true, startsGroup: true },
  ];
  return all.filter(({ id }) => isOffered(id, options)).map((item) => ({ ...item, onSelect: options.on[item.id] }));
}
