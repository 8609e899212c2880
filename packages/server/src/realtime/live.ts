import type { Receipt, RoomId, UserId } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import type { Live, Sight } from "../context.ts";
import { frozenReceiptFor, receiptFor } from "../domain/sharing.ts";
import { maySee, type Regard } from "../domain/visibility.ts";
import type { Logger } from "../lib/logger.ts";
import { Presence, type PresenceOptions } from "./presence.ts";
import { Regards } from "./regards.ts";
import { Turns } from "./turns.ts";
import { Typing } from "./typing.ts";

export interface LiveDeps extends Pick<PresenceOptions, "now" | "onLeft" | "onOnline"> {
  readonly logger: Logger;
  /** What decides who learns what of a person, as it is stored. */
  readonly regardOf: (userId: UserId) => Promise<Regard>;
  /** Where in a room the pointers of those stood who have blocked this viewer since. */
  readonly frozenIn: (roomId: RoomId, viewerId: UserId) => Promise<readonly Receipt[]>;
}

export interface LiveParts {
  readonly regards: Regards;
  readonly presence: Presence;
  readonly typing: Typing;
  /** What connections look at, in the order in which they said so. */
  readonly watching: Turns<Socket>;
}

/** What is known of people right now, and kept nowhere. */
export function createLiveParts(io: Server, { logger, regardOf, now, onLeft, onOnline }: LiveDeps): LiveParts {
  const regards: Regards = new Regards({
    read: regardOf,
    logger,
    onRenewed: (before, after) => presence.renewed(before, after),
  });
  const note: PresenceOptions["onLeft"] = (people) =>
    onLeft(people).catch(() => logger.warn("It could not be noted when people were here last."));
  const presence = new Presence({ io, regards, now, onLeft: note, onOnline });
  return { regards, presence, typing: new Typing({ io, regards }), watching: new Turns() };
}

/** What is known of people right now, for requests. */
export function sightOf({ regards, presence }: LiveParts, { frozenIn }: Pick<LiveDeps, "frozenIn">): Sight {
  return {
    availabilityOf: (viewerId, userIds) => presence.availabilityOf(viewerId, userIds),
    maySeeLastSeen: async (viewerId, userId) =>
      maySee("lastSeen", await regards.of(userId), await regards.of(viewerId)),
    async receiptsFor(viewerId, roomId, receipts) {
      if (receipts.length === 0) return [];
      const viewer = await regards.of(viewerId);
      const frozen = new Map<UserId, Receipt>();
      const isFrozen = receipts.some(({ userId }) => viewer.blocked.get(userId)?.byThem);
      if (isFrozen) for (const receipt of await frozenIn(roomId, viewerId)) frozen.set(receipt.userId, receipt);
      return receipts.flatMap((receipt) => {
        const then = frozen.get(receipt.userId);
        return receiptFor(viewer, receipt, roomId) ?? (then && frozenReceiptFor(viewer, then, roomId)) ?? [];
      });
    },
  };
}

/** What signals act on: the connection that they came on, if they came on one. */
export class LiveConnection implements Live {
  readonly #parts: LiveParts;
  readonly #userId: UserId | undefined;
  readonly #socket: Socket | null;

  constructor(parts: LiveParts, userId: UserId | undefined, socket: Socket | null) {
    this.#parts = parts;
    this.#userId = userId;
    this.#socket = socket;
  }

  async watch(roomIds: () => Promise<readonly RoomId[]>, friends: boolean): Promise<void> {
    const [socket, userId] = [this.#socket, this.#userId];
    if (socket === null || userId === undefined) return;
    const { presence, watching } = this.#parts;
    await watching.take(socket, async () => presence.watch(socket, userId, { roomIds: await roomIds(), friends }));
  }

  idle(isIdle: boolean): void {
    if (this.#socket === null || this.#userId === undefined) return;
    this.#parts.presence.setIdle(this.#userId, this.#socket, isIdle);
  }

  async typing(roomId: RoomId, isTyping: boolean): Promise<void> {
    if (this.#userId !== undefined) await this.#parts.typing.set(this.#userId, roomId, isTyping);
  }
}
