import { type ClientState, type RoomEntry, roomList, roomTitle } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { availabilitySign, friendAvailability } from "../people/availability.ts";
import { othersIn } from "../people/requests.ts";
import { fitted, type Line, padded, type Span, span, widthOf } from "../text/spans.ts";
import { visible } from "../text/visible.ts";

export interface RoomsPaneOptions {
  readonly state: ClientState;
  /** In the order of {@link listedRooms}. */
  readonly rooms: readonly RoomEntry[];
  readonly current: RoomId | null;
  readonly width: number;
  readonly height: number;
}

/** My rooms as they stand in the list: strangers' conversations behind all others. */
export function listedRooms(state: ClientState): readonly RoomEntry[] {
  const rooms = roomList(state);
  const isRequest = ({ state: room }: RoomEntry) => room.isRequest;
  if (!rooms.some(isRequest)) return rooms;
  return [...rooms.filter((entry) => !isRequest(entry)), ...rooms.filter(isRequest)];
}

/** The rooms with what is unread in them, and what strangers ask; the current one is always in view. */
export function roomsPaneLines({ state, rooms, current, width, height }: RoomsPaneOptions): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const [index, entry] of rooms.entries()) {
    const isCurrent = entry.state.room.id === current;
    if (entry.state.isRequest && !rooms[index - 1]?.state.isRequest) lines.push(heading("Requests", width));
    if (isCurrent) at = lines.length;
    lines.push(roomLine(state, entry, { width, isCurrent }));
  }
  const first = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  const shown = lines.slice(first, first + height);
  while (shown.length < height) shown.push(padded([], width));
  return shown;
}

const heading = (title: string, width: number): Line =>
  padded([span(fitted(title, width), { isDim: true, isUnderlined: true })], width);

function roomLine(state: ClientState, entry: RoomEntry, how: { width: number; isCurrent: boolean }): Line {
  const { unread, mentions, draft } = entry.state;
  const count = unread === 0 ? (draft ? "✎" : "") : `${mentions > 0 ? "@" : ""}${unread > 999 ? "999+" : unread}`;
  const sign = roomSign(state, entry);
  const nameWidth = Math.max(1, how.width - widthOf(count) - 3);
  const name = fitted(visible(roomTitle(state, entry)), nameWidth);
  const line = [sign, ...padded([span(name, { isBold: unread > 0 })], nameWidth + 1)];
  const shown: Line = [...line, span(count, { color: mentions > 0 ? "red" : "yellow", isBold: true }), span(" ")];
  return how.isCurrent ? shown.map((part) => ({ ...part, isInverse: true })) : shown;
}

/** `#` or `@`; or whether a friend is here. */
function roomSign(state: ClientState, entry: RoomEntry): Span {
  if (entry.state.room.kind !== "direct") return span("#", { isBold: entry.state.unread > 0 });
  const [other, ...more] = othersIn(state, entry);
  const availability = other && more.length === 0 ? friendAvailability(state, other.id) : "offline";
  return availability === "offline" ? span("@", { isBold: entry.state.unread > 0 }) : availabilitySign(availability);
}
