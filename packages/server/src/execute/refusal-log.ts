import { type AuditId, type ParleyError, RoomId, requestNamed, type UserId } from "@parley/contract";
import type { Actor } from "../context.ts";
import type { Logger } from "../lib/logger.ts";
import type { Store } from "../store/store.ts";

const hourMs = 3_600_000;
/** Lines in an hour: of one person, and in all. Whoever tries everything everywhere must not fill the disk. */
const mostOfOne = 20;
const mostOfAll = 500;

interface Tried {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor | null;
}

interface RefusalLogDeps {
  readonly store: Store;
  readonly logger: Logger;
  readonly newId: () => AuditId;
}

/**
 * Notes in the audit log what somebody tried and may not do: one line for each person, request and hour, in a
 * transaction of its own, because the refused one is undone. What cannot be noted changes no answer.
 */
export function createRefusalLog({ store, logger, newId }: RefusalLogDeps) {
  const noted = new Map<UserId, Set<string>>();
  let hour = 0;
  let lines = 0;

  function isNew(actorId: UserId, act: string, now: number): boolean {
    const current = Math.floor(now / hourMs);
    if (current !== hour) {
      noted.clear();
      hour = current;
      lines = 0;
    }
    const own = noted.get(actorId) ?? new Set();
    if (own.has(act) || own.size >= mostOfOne || lines >= mostOfAll) return false;
    noted.set(actorId, own.add(act));
    lines += 1;
    if (lines === mostOfAll) logger.warn("So many requests were refused that no more are noted until the next hour.");
    return true;
  }

  return async function note({ name: act, input, actor }: Tried, refusal: ParleyError, now: number): Promise<void> {
    // Signals come by themselves while somebody types, and do nothing that stays.
    if (refusal.code !== "forbidden" || actor === null || requestNamed(act)?.kind === "signal") return;
    const actorId = actor.user.id;
    if (!isNew(actorId, act, now)) return;
    const entry = { id: newId(), at: now, actorId, act, userId: null, isRefused: true, detail: refusal.message };
    try {
      await store.transact((writer) => writer.audit.add({ ...entry, roomId: roomIn(input) }));
    } catch {
      logger.warn("A refused request could not be noted in the audit log.", { request: act });
    }
  };
}

/** It is one that the caller knows of: of any other they would have been told that there is none. */
function roomIn(input: unknown): RoomId | null {
  const roomId = typeof input === "object" && input !== null && "roomId" in input ? input.roomId : null;
  return RoomId.safeParse(roomId).data ?? null;
}
