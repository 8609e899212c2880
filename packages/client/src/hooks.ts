import type { EventPair, Message, RoomId } from "@parley/contract";
import type { ConnectionHooks } from "./connection.ts";
import type { Parts } from "./parts.ts";
import type { SyncHooks } from "./sync/sync.ts";

/** What follows from the connection coming and going. */
export function connectionHooks(parts: () => Parts): ConnectionHooks {
  return {
    onBatch: (batch) => parts().sync.receive(batch),
    onConnected() {
      const { lifecycle, sync, watch } = parts();
      lifecycle.setStatus("catching-up");
      sync.connected();
      watch.tell();
    },
    onLost(retryAt) {
      disconnected(parts());
      parts().lifecycle.setStatus("offline", retryAt);
    },
    onSignedOut() {
      disconnected(parts());
      parts().lifecycle.setStatus("signed-out");
    },
  };
}

/** What follows from what the server tells. */
export function syncHooks(parts: () => Parts): SyncHooks {
  return {
    onEvent: (roomId, event) => applied(parts(), roomId, event),
    onMessages(roomId, messages) {
      parts().changes.observe(roomId, messages);
      parts().outbox.observe(messages);
    },
    onSnapshot() {
      const { store, conversations, outbox, deliveries } = parts();
      conversations.setReady(true);
      if (store.base.me) outbox.connected(store.base.me.id);
      deliveries.connected();
    },
    refresh: (roomId) => parts().conversations.refresh(roomId),
    onLive() {
      parts().connection.settle();
      parts().lifecycle.setStatus("live");
    },
    onStuck: () => parts().connection.renew(),
  };
}

function applied(parts: Parts, roomId: RoomId | undefined, event: EventPair): void {
  const message = messageIn(event);
  if (roomId !== undefined && message) {
    parts.changes.observe(roomId, [message]);
    parts.outbox.observe([message]);
  }
  parts.members.observe(event);
  parts.typing.observe(roomId, event);
  parts.deliveries.observe(roomId, event);
  parts.events.tell(roomId, event);
}

function messageIn([name, payload]: EventPair): Message | undefined {
  return name === "message:sent" || name === "message:edited" || name === "message:deleted" ? payload : undefined;
}

function disconnected({ sync, outbox, conversations, lookups, typing }: Parts): void {
  conversations.setReady(false);
  sync.disconnected();
  outbox.disconnected();
  lookups.disconnected();
  typing.disconnected();
}
