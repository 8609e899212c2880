import type { RoomEntry } from "@parley/client";
import {
  CalendarDays,
  Eraser,
  EyeOff,
  Images,
  LogOut,
  MailCheck,
  MessageSquareX,
  Search,
  Settings,
  Timer,
  Trash2,
  UserPlus,
} from "lucide-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { ExpiryDialog } from "../order/expiry-dialog.tsx";
import { type Removal, RemovalDialog } from "../order/removal-dialog.tsx";
import { RoomPrivacyDialog } from "../privacy/room-privacy-dialog.tsx";
import { mayDo } from "../rooms/permitted.ts";
import { useDialogs } from "../rooms/use-dialogs.ts";
import { DayPicker } from "../search/day-picker.tsx";
import { useSearchPlace } from "../search/search-place.ts";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";
import { LeaveDialog } from "./leave-dialog.tsx";

export interface RoomMenuProps {
  entry: RoomEntry;
  /** The button that opened it. */
  at: HTMLElement;
  onMarkRead: () => void;
  /** Nothing of it is on screen any more. */
  onDone: () => void;
}

type Asked = Removal | "day" | "expiry" | "leave" | "privacy";

/** What can be done with a conversation as a whole, and the questions before some of it. */
export function RoomMenu({ entry, at, onMarkRead, onDone }: RoomMenuProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(true);
  const [asked, setAsked] = useState<Asked | null>(null);
  const items = useItems(entry, onMarkRead, setAsked);
  useEffect(() => {
    if (!isOpen && asked === null) onDone();
  }, [isOpen, asked, onDone]);
  const close = () => setAsked(null);
  if (isOpen) return <Menu label={words.app.more} items={items} at={at} onClose={() => setOpen(false)} />;
  if (asked === null) return null;
  if (asked === "day") return <DayPicker place={at} at={Date.now()} onClose={close} />;
  if (asked === "leave") return <LeaveDialog roomId={entry.state.room.id} onClose={close} />;
  if (asked === "privacy") return <RoomPrivacyDialog entry={entry} onClose={close} />;
  if (asked === "expiry") return <ExpiryDialog entry={entry} onClose={close} />;
  return <RemovalDialog entry={entry} removal={asked} onClose={close} />;
}

const SIZE = 18;

function useItems(entry: RoomEntry, onMarkRead: () => void, ask: (asked: Asked) => void): readonly MenuItem[] {
  const words = useWords();
  const open = useDialogs();
  const { open: search, close: closeSearch } = useSearchPlace();
  const [, navigate] = useLocation();
  const { deeds, order, rooms } = words;
  const { room } = entry.state;
  const isDirect = room.kind === "direct";
  const item = (id: string, label: string, rest: Omit<MenuItem, "id" | "label">): MenuItem => ({ id, label, ...rest });
  const asking = (id: Asked, label: string, icon: MenuItem["icon"]): MenuItem =>
    item(id, label, { icon, onSelect: () => ask(id) });
  return [
    item("read", deeds.markRead, { icon: <MailCheck size={SIZE} />, keys: "Esc", onSelect: onMarkRead }),
    item("search", rooms.searchHere, { icon: <Search size={SIZE} />, onSelect: () => search({ roomId: room.id }) }),
    item("gallery", words.gallery.title, {
      icon: <Images size={SIZE} />,
      onSelect: () => {
        closeSearch();
        navigate(`/r/${room.id}/gallery`);
      },
    }),
    asking("day", words.search.calendar.open, <CalendarDays size={SIZE} />),
    ...(mayDo("invite", entry.state)
      ? [item("invite", deeds.invite, { icon: <UserPlus size={SIZE} />, onSelect: () => open("invite", room.id) })]
      : []),
    ...(isDirect
      ? []
      : [
          item("settings", deeds.roomSettings, {
            icon: <Settings size={SIZE} />,
            onSelect: () => open("room-settings", room.id),
          }),
        ]),
    ...(mayDo("expire", entry.state) ? [asking("expiry", order.expiry.title, <Timer size={SIZE} />)] : []),
    asking("privacy", words.privacy.inRoom.menu, <EyeOff size={SIZE} />),
    { ...asking("clear", order.menu.clear, <Eraser size={SIZE} />), startsGroup: true },
    { ...asking("deleteMine", order.menu.deleteMine, <MessageSquareX size={SIZE} />), isDanger: true },
    ...(isDirect && entry.state.directIds.length <= 2
      ? [{ ...asking("deleteDirect", order.menu.deleteDirect, <Trash2 size={SIZE} />), isDanger: true }]
      : []),
    ...(isDirect || room.isLobby ? [] : [{ ...asking("leave", deeds.leave, <LogOut size={SIZE} />), isDanger: true }]),
  ];
}
