import type { RoomId } from "@parley/contract";

/** Where the thread of a message is shown. */
export function threadPath({ roomId, seq }: { roomId: RoomId; seq: number }): string {
  return `/r/${roomId}/thread/${seq}`;
}
