import { type TimelineRow, timeline } from "@parley/client";
import type { RoomId, SharedFile } from "@parley/contract";
import { useMemo } from "react";
import { useClientState } from "../use-client-state.ts";
import type { ShownPicture } from "./show-file.ts";

/** The pictures and films of the loaded part of a room, oldest first. */
export function usePictures(roomId: RoomId): readonly ShownPicture[] {
  const rows = useClientState((state) => timeline(state, roomId));
  return useMemo(() => rows.flatMap((row) => picturesOf(row)), [rows]);
}

function picturesOf(row: TimelineRow): readonly ShownPicture[] {
  if (row.message.deletedAt !== undefined) return [];
  return (row.message.files ?? []).filter(isShown).map((file) => pictureIn(row, file));
}

/** A picture as its message has it. */
export function pictureIn({ message, status }: TimelineRow, file: SharedFile): ShownPicture {
  const { id: messageId, seq, senderId, sentAt } = message;
  return { file, messageId, seq, senderId, sentAt, isStored: status === "stored" };
}

function isShown({ kind }: SharedFile): boolean {
  return kind === "image" || kind === "video";
}
