import type { RoomEntry } from "@parley/client";
import { Ban, Flag, UserMinus, Volume2, VolumeX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { BanDialog } from "../order/ban-dialog.tsx";
import { MuteDialog } from "../order/mute-dialog.tsx";
import { ReportDialog } from "../reports/report-dialog.tsx";
import { mayDo, mayRemove } from "../rooms/permitted.ts";
import type { MenuItem } from "../ui/menu.tsx";
import { useWords } from "../words/use-words.ts";
import type { Person } from "./use-members.ts";

interface Deeds {
  takeOut: () => void;
  unmute: () => void;
}

const SIZE = 18;

/** How I may keep order about a member of a room: report, mute, take out, ban. */
export function useDiscipline(
  person: Person,
  entry: RoomEntry,
  { takeOut, unmute }: Deeds,
): { items: readonly MenuItem[]; dialog: ReactNode } {
  const { order, people, reports } = useWords();
  const [open, setOpen] = useState<"report" | "mute" | "ban" | null>(null);
  const { state } = entry;
  const isBelow = mayRemove(state.role, person.member.role);
  const mayDiscipline = isBelow && mayDo("discipline", state);
  const isMuted = (person.member.mutedUntil ?? 0) > Date.now();
  const all: readonly (MenuItem & { isOffered: boolean })[] = [
    {
      ...{ id: "report", label: reports.report, icon: <Flag size={SIZE} />, startsGroup: true },
      onSelect: () => setOpen("report"),
      isOffered: true,
    },
    {
      ...{ id: "mute", label: order.mute.open, icon: <VolumeX size={SIZE} /> },
      onSelect: () => setOpen("mute"),
      isOffered: mayDiscipline && !isMuted,
    },
    {
      ...{ id: "unmute", label: order.mute.unmute, icon: <Volume2 size={SIZE} /> },
      onSelect: unmute,
      isOffered: mayDiscipline && isMuted,
    },
    {
      ...{ id: "take-out", label: people.takeOut, icon: <UserMinus size={SIZE} />, isDanger: true },
      onSelect: takeOut,
      isOffered: isBelow && mayDo("remove", state),
    },
    {
      ...{ id: "ban", label: order.ban.open, icon: <Ban size={SIZE} />, isDanger: true },
      onSelect: () => setOpen("ban"),
      isOffered: mayDiscipline && !state.room.isLobby,
    },
  ];
  const { user } = person;
  const about = { roomId: state.room.id, user, onClose: () => setOpen(null) };
  const dialogs = { report: ReportDialog, mute: MuteDialog, ban: BanDialog };
  const Dialog = open === null ? null : dialogs[open];
  // Outside of whatever form the list stands in: a form cannot hold another.
  const dialog = Dialog && createPortal(<Dialog {...about} />, document.body);
  return { items: all.filter((item) => item.isOffered), dialog };
}
