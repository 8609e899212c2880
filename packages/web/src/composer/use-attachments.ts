import type { OutgoingFile } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useState } from "react";

const none: readonly OutgoingFile[] = [];

/** What goes with the next message of a room. */
export function useAttachments(roomId: RoomId) {
  const [rooms, setRooms] = useState<ReadonlyMap<RoomId, readonly OutgoingFile[]>>(new Map());
  return {
    attached: rooms.get(roomId) ?? none,
    change: (next: (before: readonly OutgoingFile[]) => readonly OutgoingFile[]) =>
      setRooms((before) => new Map(before).set(roomId, next(before.get(roomId) ?? none))),
  };
}
