import { type CommandName, type Input, idMaker, type Output, type QueryName, type RoomId } from "@parley/contract";
import type { ClientOptions, EventListener, ParleyClient, RefusalListener } from "./parley-client.ts";
import { type Parts, partsOf } from "./parts.ts";

const SIGN_OUT_MS = 10_000;

export function createClient(options: ClientOptions): ParleyClient {
  const { clock = Date.now, random = Math.random } = options;
  const parts = partsOf({ ...options, clock, random, newId: idMaker(clock) });
  const { store, conversations, pages, members, messages, outbox, drafts, typing, lifecycle } = parts;
  return {
    getState: () => store.shown,
    subscribe: (listener) => store.subscribe(listener),
    start: () => lifecycle.start(),
    stop: () => lifecycle.stop(),
    whenLive: () => lifecycle.whenLive(),
    call: (name, input) => call(parts, name, input),
    on: (name, listener) =>
      name === "event" ? parts.events.add(listener as EventListener) : parts.refusals.add(listener as RefusalListener),
    openRoom: (roomId, at = "latest") => conversations.open(roomId, at),
    closeRoom: (roomId) => conversations.close(roomId),
    loadOlder: (roomId) => pages.loadOlder(roomId),
    loadNewer: (roomId) => pages.loadNewer(roomId),
    jumpTo: (roomId, seq) => pages.jumpTo(roomId, seq),
    jumpToLatest: (roomId) => pages.jumpToLatest(roomId),
    send: (roomId, body, replyTo) =>
      seen(parts, roomId, messages.send(roomId, body, replyTo === undefined ? {} : { replyTo })),
    sendPoll: (roomId, question, poll) => shown(parts, roomId, messages.send(roomId, question, { poll })),
    sendSticker: (roomId, sticker, replyTo) => shown(parts, roomId, messages.sendSticker(roomId, sticker, replyTo)),
    sendFiles: async (roomId, album) => {
      const sending = (await outgoing()).sendFiles(parts, roomId, album);
      return album.sendAt === undefined ? seen(parts, roomId, sending) : sending;
    },
    reschedule: async (key, change) => (await outgoing()).reschedule(outbox, key, change),
    dropFile: async (key, fileId) => (await outgoing()).dropFile(outbox, key, fileId),
    readFile: async (fileId) => (await options.storage.files()).get(fileId),
    whenStored: (id) => outbox.whenStored(id),
    forward: (forwarding) => messages.forward(forwarding),
    edit: (roomId, messageId, body) => messages.edit(roomId, messageId, body),
    remove: (roomId, messageId, how) => messages.remove(roomId, messageId, how),
    react: (roomId, seq, reaction) => messages.react(roomId, seq, reaction),
    vote: (roomId, seq, chosen) => messages.vote(roomId, seq, chosen),
    retry: (key) => outbox.retry(key),
    discard: (key) => outbox.discard(key),
    markRead: (roomId, seq) => messages.markRead(roomId, seq),
    markPlayed: (roomId, seq) => messages.markPlayed(roomId, seq),
    markUnread: (roomId, seq) => messages.markUnread(roomId, seq),
    saveDraft: (roomId, body, replyTo) => drafts.save(roomId, body, replyTo),
    setTyping: (roomId, isTyping) => typing.set(roomId, isTyping),
    watch: (roomIds, also) => parts.watch.set(roomIds, also),
    setIdle: (isIdle) => parts.watch.setIdle(isIdle),
    loadMembers: (roomId) => members.loadMore(roomId),
    signOut: () => signOut(parts),
  };
}

/** Most people send no files for most of the time. */
const outgoing = () => import("./uploads/uploading.ts");

/** What was written is seen: where it stands, and no longer as a draft. */
async function seen<T>(parts: Parts, roomId: RoomId, sending: Promise<T>): Promise<T> {
  const sent = await shown(parts, roomId, sending);
  parts.drafts.save(roomId, "", undefined);
  return sent;
}

async function shown<T>({ pages }: Parts, roomId: RoomId, sending: Promise<T>): Promise<T> {
  const sent = await sending;
  pages.jumpToLatest(roomId).catch(() => {});
  return sent;
}

async function call<N extends QueryName | CommandName>(parts: Parts, name: N, input: Input<N>): Promise<Output<N>> {
  const output = await parts.connection.request(name, input);
  switch (name) {
    case "room:create":
    case "room:create-direct":
    case "room:accept":
    case "room:join":
    case "invitation:accept":
    case "thread:open":
    case "thread:follow":
      parts.sync.adopt(output as Output<"room:create">);
      break;
    case "export:start":
    case "export:show":
      parts.store.setBase({ ...parts.store.base, archive: output as Output<"export:show"> });
  }
  return output;
}

async function signOut({ connection, lifecycle }: Parts): Promise<void> {
  const wasConnected = connection.isConnected;
  try {
    await connection.request("session:delete", { which: "this" });
  } catch (error) {
    // The server ends the session's connections, often before the answer: then the next attempt is refused.
    if (!wasConnected || !(await lifecycle.isSignedOutWithin(SIGN_OUT_MS))) throw error;
  }
  await lifecycle.forget();
}
