import type { RoomId, UserId } from "@parley/contract";
import type { Server } from "socket.io";
import { hearsTyping, showsTyping } from "../domain/sharing.ts";
import { Coalescer } from "./coalescer.ts";
import { address } from "./names.ts";
import type { Regards } from "./regards.ts";
import { send } from "./sending.ts";

const gatherMs = 80;

interface Writing {
  readonly userId: UserId;
  readonly isTyping: boolean;
}

/** Who is writing: nothing is kept, and it is told only to those who have the room on screen and show theirs. */
export class Typing {
  readonly #io: Server;
  readonly #regards: Regards;
  readonly #pending: Coalescer<RoomId, UserId, boolean>;

  constructor({ io, regards }: { io: Server; regards: Regards }) {
    this.#io = io;
    this.#regards = regards;
    this.#pending = new Coalescer(gatherMs, (roomId, values) => this.#tell(roomId, values));
  }

  async set(userId: UserId, roomId: RoomId, isTyping: boolean): Promise<void> {
    if (!this.#io.of("/").adapter.rooms.has(address.watch(roomId))) return;
    const subject = this.#regards.get(userId) ?? (await this.#regards.of(userId));
    if (showsTyping(subject, roomId)) this.#pending.put(roomId, userId, isTyping);
  }

  stop(): void {
    this.#pending.flushAll();
  }

  #tell(roomId: RoomId, values: ReadonlyMap<UserId, boolean>): void {
    const items = [...values].map(([userId, isTyping]) => ({ userId, isTyping }));
    send<Writing>(this.#io, {
      to: address.watch(roomId),
      roomId,
      items,
      view: (viewerId, item) => {
        const viewer = this.#regards.get(viewerId);
        return viewer !== null && hearsTyping(viewer, item, roomId) ? item : null;
      },
      event: (some) => ["typing:changed", { started: idsOf(some, true), stopped: idsOf(some, false) }],
    });
  }
}

function idsOf(items: readonly Writing[], isTyping: boolean): UserId[] {
  return items.filter((item) => item.isTyping === isTyping).map((item) => item.userId);
}
