import type { ClientState } from "@parley/client";
import { asOf, type Message, wasTakenBack } from "@parley/contract";
import type { FoundMessage, Linked } from "../links/linked-messages.ts";
import { isBlocked, isOfBlocked } from "../people/blocked.ts";
import { roomName } from "../rooms/name.ts";
import { fitted, type Line, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { summary } from "./bodies.ts";

export interface LinkedLinesOptions {
  readonly state: ClientState;
  readonly linked: Linked;
  readonly isRevealed: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The message that this one links to, on one line: who said it, where, and how it begins. Its line is there at once. */
export function linkedLines(options: LinkedLinesOptions, message: Message, width: number): Line[] {
  const { state, linked } = options;
  const place = linked.placeIn(state, message);
  const entry = place && state.rooms.get(place.roomId);
  if (!place || !entry || !state.me) return [];
  const room = roomName(entry.state, state.people, state.me.id);
  const words = quoted(options, room, linked.found(state, place));
  return [[span(fitted(`» ${visible(words)}`, width), { isDim: true, linked: place })]];
}

function quoted({ state, isRevealed, now }: LinkedLinesOptions, room: string, found: FoundMessage | undefined): string {
  if (!found) return room;
  const message = found.message && asOf(found.message, now);
  if (!message || message.deletedAt !== undefined || wasTakenBack(message))
    return `${room}: This message is not there any more.`;
  if (!isRevealed && isOfBlocked(message, (userId) => isBlocked(state, userId)))
    return `${room}: Message from someone you blocked`;
  const name = state.people.get(message.senderId)?.name ?? found.sender?.name ?? "Somebody";
  return `${name} in ${room}: ${summary(message)}`;
}
