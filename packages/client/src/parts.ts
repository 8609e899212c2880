import type { AnyId } from "@parley/contract";
import { acknowledge } from "./acknowledge.ts";
import { CacheWriter } from "./cache.ts";
import { Connection } from "./connection.ts";
import { Changes } from "./conversation/changes.ts";
import { Conversations } from "./conversation/conversations.ts";
import { Lookups } from "./conversation/lookups.ts";
import { Members } from "./conversation/members.ts";
import { Pages } from "./conversation/pages.ts";
import { Deliveries } from "./deliveries.ts";
import { Drafts } from "./drafts.ts";
import { Expiry } from "./expiry.ts";
import { Heartbeat } from "./heartbeat.ts";
import { connectionHooks, syncHooks } from "./hooks.ts";
import { Lifecycle } from "./lifecycle.ts";
import { Listeners } from "./listeners.ts";
import { Messages } from "./messages.ts";
import { Outbox } from "./outbox/outbox.ts";
import type { ClientOptions, EventListener, RefusalListener } from "./parley-client.ts";
import { Store } from "./store.ts";
import { Sync } from "./sync/sync.ts";
import { Typing } from "./typing.ts";
import { Uploads } from "./uploads/uploads.ts";
import { Watch } from "./watch.ts";
import { webSocketWire } from "./web-socket-wire.ts";

export interface PartsOptions extends ClientOptions {
  clock: () => number;
  random: () => number;
  newId: <T extends AnyId>() => T;
}

/** Everything with a lifetime in one client. */
export interface Parts extends Core, Rooms, Own {
  readonly options: PartsOptions;
  readonly cache: CacheWriter;
  readonly heartbeat: Heartbeat;
  readonly lifecycle: Lifecycle;
}

interface Core {
  readonly store: Store;
  readonly connection: Connection;
  readonly sync: Sync;
  readonly events: Listeners<Parameters<EventListener>>;
  readonly refusals: Listeners<Parameters<RefusalListener>>;
  readonly changes: Changes;
}

interface Rooms {
  readonly members: Members;
  readonly conversations: Conversations;
  readonly pages: Pages;
  readonly lookups: Lookups;
  readonly watch: Watch;
}

interface Own {
  readonly outbox: Outbox;
  readonly messages: Messages;
  readonly uploads: Uploads;
  readonly drafts: Drafts;
  readonly typing: Typing;
  readonly deliveries: Deliveries;
  readonly expiry: Expiry;
}

/** The one place that puts a client together. */
export function partsOf(options: PartsOptions): Parts {
  const core = coreOf(options, () => parts);
  const rooms = roomsOf(core);
  const own = ownOf(options, core);
  const { store, connection, sync } = core;
  const cache = new CacheWriter(store, options.storage, () => rooms.conversations.recent());
  const heartbeat = new Heartbeat({
    clock: options.clock,
    heardAt: () => connection.heardAt,
    isLive: () => store.base.connection.status === "live",
    check: () => sync.check(),
  });
  const lifecycle: Lifecycle = new Lifecycle(() => parts);
  const parts: Parts = { options, ...core, ...rooms, ...own, cache, heartbeat, lifecycle };
  return parts;
}

function coreOf({ url, token, openWire = webSocketWire, clock, random }: PartsOptions, parts: () => Parts): Core {
  const store = new Store(clock());
  const connection = new Connection({ url, token, openWire, clock, random, hooks: connectionHooks(parts) });
  const opened = () => parts().conversations.opened();
  const sync = new Sync({ store, link: connection, clock, opened, hooks: syncHooks(parts) });
  return { store, connection, sync, events: new Listeners(), refusals: new Listeners(), changes: new Changes() };
}

function roomsOf({ store, connection, sync, changes }: Core): Rooms {
  const members = new Members(store, connection);
  const conversations = new Conversations(store, sync.rooms, members);
  const opened = () => conversations.opened();
  return {
    members,
    conversations,
    pages: new Pages(store, connection, changes),
    lookups: new Lookups({ store, link: connection, changes, opened }),
    watch: new Watch(store, connection),
  };
}

function ownOf({ url, token, storage, clock, random, newId }: PartsOptions, core: Core): Own {
  const { store, connection, sync, refusals } = core;
  const outbox = new Outbox({
    store,
    storage: storage.outbox,
    link: connection,
    clock,
    random,
    onDone: (item, output, userRev) => acknowledge(store, sync, { item, output, userRev }),
    onRefused: (request, error) => refusals.tell(request, error),
  });
  return {
    outbox,
    messages: new Messages(store, outbox, newId),
    uploads: new Uploads({ store, outbox, link: connection, storage, server: { url, token }, clock, random }),
    drafts: new Drafts(store, outbox, clock),
    typing: new Typing(store, connection, clock),
    deliveries: new Deliveries(store, connection),
    expiry: new Expiry(store, clock),
  };
}
