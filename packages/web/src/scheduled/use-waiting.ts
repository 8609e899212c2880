import type { ClientState, OutboxItem } from "@parley/client";
import type { Scheduled } from "@parley/contract";
import { sameItems, useClientState } from "../use-client-state.ts";

/** A message of mine that waits for its time. */
export interface Waiting extends Scheduled {
  /** Of one that is only here yet, as its files have to be brought to the server first. */
  readonly outgoing?: OutboxItem;
}

/** All of them, wherever they are. */
export function useWaiting(): readonly Waiting[] {
  return useClientState(waitingIn, sameItems);
}

// Keyed by immutable items, and gone with them: what was made of one once is the same thing ever after.
const known = new WeakMap<OutboxItem, Waiting>();

function waitingIn({ scheduled, outbox }: ClientState): readonly Waiting[] {
  const here = outbox.flatMap((item) => waitingOf(item) ?? []);
  // The answer to it was lost: it is there already.
  return [...scheduled, ...here.filter(({ id }) => !scheduled.some((one) => one.id === id))];
}

function waitingOf(item: OutboxItem): Waiting | undefined {
  const { request, files, status, error } = item;
  if (request.name !== "scheduled:add" || !files) return undefined;
  const before = known.get(item);
  if (before) return before;
  const { id, roomId, body, replyTo, sendAt } = request.input;
  const refusal = status === "failed" && error ? { refusal: { code: error.code, message: error.message } } : {};
  const words = { id, roomId, body, ...(replyTo !== undefined && { replyTo }), sendAt };
  const made: Waiting = { ...words, files: [...files], ...refusal, outgoing: item };
  known.set(item, made);
  return made;
}
