import type { EventPair, Message, RoomId } from "@parley/contract";
import type { Connection, ConnectionHooks } from "./connection.ts";
import type { Changes } from "./conversation/changes.ts";
import type { Conversations } from "./conversation/conversations.ts";
import type { Lookups } from "./conversation/lookups.ts";
import type { Members } from "./conversation/members.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Expiry } from "./expiry.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Listeners } from "./listeners.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { EventListener } from "./parley-client.ts";
import type { Store } from "./store.ts";
import type { Sync, SyncHooks } from "./sync/sync.ts";
import type { Typing } from "./typing.ts";
import type { Watch } from "./watch.ts";

/** Who hears of it. */
export interface HookedParts {
  readonly store: Store;
  readonly connection: Connection;
  readonly sync: Sync;
  readonly lifecycle: Lifecycle;
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly changes: Changes;
  readonly lookups: Lookups;
  readonly members: Members;
  readonly deliveries: Deliveries;
  readonly typing: Typing;
  readonly watch: Watch;
  readonly events: Listeners<Parameters<EventListener>>;
  readonly expiry: Expiry;
}

/** What follows from the connection coming and going. */
export function connectionHooks(parts: () => HookedParts): ConnectionHooks {
  return {
    onBatch: (batch) => parts().sync.receive(batch),
    onConnected() {
      const { lifecycle, sync, watch } = parts();
      lifecycle.setStatus("catching-up");
      sync.connected();
      watch.connected();
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
export function syncHooks(parts: () => HookedParts): SyncHooks {
  return {
    onEvent: (roomId, event) => applied(parts(), roomId, event),
    onMessages(roomId, messages) {
      parts().changes.observe(
        roomId,
        messages.map((message) => ({ kind: "whole", message })),
      );
      parts().outbox.observe(messages);
    },
    onSnapshot() {
      const { store, conversations, outbox, deliveries } = parts();
      conversations.setReady(true);
      if (store.base.me) outbox.connected(store.base.me.id);
      deliveries.connected();
    },
    async refresh(roomId) {
      await hearThread(parts(), roomId);
      await parts().conversations.refresh(roomId);
    },
    onLive() {
      parts().connection.settle();
      parts().expiry.stop();
      parts().lifecycle.setStatus("live");
      void askForArchive(parts());
    },
    onSignedOut: () => parts().connection.refuse(),
    onStuck: () => parts().connection.renew(),
  };
}

/** A thread that I only look into is heard by those connections that have asked for it. */
async function hearThread({ store, sync, connection }: HookedParts, roomId: RoomId): Promise<void> {
  const { room, isFollowed } = store.base.rooms.get(roomId)?.state ?? {};
  if (room?.thread === undefined || isFollowed === true) return;
  const state = await connection.request("thread:open", room.thread).catch(() => undefined);
  if (state) sync.adopt(state);
}

/** What is told of an archive is not numbered: while one is being made, its end may have been missed. */
async function askForArchive({ store, connection }: HookedParts): Promise<void> {
  if (store.base.archive?.state !== "running") return;
  const archive = await connection.request("export:show", {}).catch(() => undefined);
  if (archive) store.setBase({ ...store.base, archive });
}

function applied(parts: HookedParts, roomId: RoomId | undefined, event: EventPair): void {
  const message = messageIn(event);
  if (roomId !== undefined && message) {
    parts.changes.observe(roomId, [{ kind: "told", message }]);
    parts.outbox.observe([message]);
  }
  if (roomId !== undefined && (event[0] === "reaction:changed" || event[0] === "poll:changed"))
    parts.changes.observe(roomId, [{ kind: "mark", change: event[1] }]);
  if (event[0] === "voice:played" || event[0] === "poll:voted")
    parts.changes.observe(event[1].roomId, [{ kind: "own", own: event[1] }]);
  if (roomId !== undefined && event[0] === "thread:changed")
    parts.changes.observe(roomId, [{ kind: "thread", change: event[1] }]);
  parts.members.observe(event);
  parts.typing.observe(roomId, event);
  parts.deliveries.observe(roomId, event);
  parts.events.tell(roomId, event);
}

function messageIn([name, payload]: EventPair): Message | undefined {
  switch (name) {
    case "message:sent":
    case "message:edited":
    case "message:deleted":
    case "message:pinned":
    case "message:previewed":
    case "poll:closed":
      return payload;
    default:
      return undefined;
  }
}

function disconnected({ sync, outbox, conversations, lookups, typing, expiry }: HookedParts): void {
  conversations.setReady(false);
  sync.disconnected();
  outbox.disconnected();
  lookups.disconnected();
  typing.disconnected();
  expiry.watch();
}
