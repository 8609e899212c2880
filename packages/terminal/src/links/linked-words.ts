import type { ClientState } from "@parley/client";
import type { MessagePlace } from "@parley/client/message-place";
import { asOf, wasTakenBack } from "@parley/contract";
import { isBlocked, isOfBlocked } from "../people/blocked.ts";
import { roomName } from "../rooms/name.ts";
import { summary } from "../text/summary.ts";
import { visible } from "../text/visible.ts";
import type { FoundMessage, Linked } from "./linked-messages.ts";

export interface LinkedWordsOptions {
  readonly state: ClientState;
  readonly linked: Linked;
  readonly isRevealed: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The message at a place on one line: who said it, where, and how it begins; nothing if the room is not mine. */
export function linkedWords(options: LinkedWordsOptions, place: MessagePlace): string | undefined {
  const { state, linked } = options;
  const entry = state.rooms.get(place.roomId);
  if (!entry || !state.me) return undefined;
  const room = roomName(entry.state, state.people, state.me.id);
  return `» ${visible(quoted(options, room, linked.found(state, place)))}`;
}

function quoted({ state, isRevealed, now }: LinkedWordsOptions, room: string, found: FoundMessage | undefined): string {
  if (!found) return room;
  const message = found.message && asOf(found.message, now);
  if (!message || message.deletedAt !== undefined || wasTakenBack(message))
    return `${room}: This message is not there any more.`;
  if (!isRevealed && isOfBlocked(message, (userId) => isBlocked(state, userId)))
    return `${room}: Message from someone you blocked`;
  const name = state.people.get(message.senderId)?.name ?? found.sender?.name ?? "Somebody";
  return `${name} in ${room}: ${summary(message)}`;
}
