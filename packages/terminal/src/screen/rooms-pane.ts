import { type ClientState, type RoomEntry, roomTitle } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { visible } from "../text/visible.ts";
import { fitted, type Line, padded, span, widthOf } from "./spans.ts";

export interface RoomsPaneOptions {
  readonly state: ClientState;
  readonly rooms: readonly RoomEntry[];
  readonly current: RoomId | null;
  readonly width: number;
  readonly height: number;
}

/** The rooms with what is unread in them; the current one is always in view. */
export function roomsPaneLines({ state, rooms, current, width, height }: RoomsPaneOptions): Line[] {
  const at = rooms.findIndex((entry) => entry.state.room.id === current);
  const first = Math.max(0, Math.min(at - Math.floor(height / 2), rooms.length - height));
  const lines = rooms.slice(first, first + height).map((entry) => {
    return roomLine(state, entry, { width, isCurrent: entry.state.room.id === current });
  });
  while (lines.length < height) lines.push(padded([], width));
  return lines;
}

function roomLine(state: ClientState, entry: RoomEntry, how: { width: number; isCurrent: boolean }): Line {
  const { room, unread, mentions, draft } = entry.state;
  const sign = room.kind === "direct" ? "@" : "#";
  const count = unread === 0 ? (draft ? "✎" : "") : `${mentions > 0 ? "@" : ""}${unread > 999 ? "999+" : unread}`;
  const nameWidth = Math.max(1, how.width - widthOf(count) - 2);
  const name = fitted(`${sign}${visible(roomTitle(state, entry))}`, nameWidth);
  const line = padded([span(name, { isBold: unread > 0 })], nameWidth + 1);
  const shown: Line = [...line, span(count, { color: mentions > 0 ? "red" : "yellow", isBold: true }), span(" ")];
  return how.isCurrent ? shown.map((part) => ({ ...part, isInverse: true })) : shown;
}
