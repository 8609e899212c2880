import type { FileId, GalleryEntry, Message, MessageId, RoomId, SharedFile, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { afterEvent, nothingKnown, shownSeqs, withMessages, withPage } from "./known-items.ts";

const room = "room" as RoomId;
const threadId = "thread" as RoomId;
const inRoom = { roomId: room };
const inThread = { roomId: threadId, thread: { roomId: room, seq: 1 } };
const files = (count: number): SharedFile[] =>
  Array.from({ length: count }, (_, at) => ({ id: `f${at}` as FileId, name: "a", type: "b", size: 1, kind: "image" }));
const message = (name: string, seq: number, more: Partial<Message> = {}): Message => ({
  ...{ id: name as MessageId, seq, rev: seq, senderId: "u" as UserId, body: "", sentAt: seq * 10, files: files(1) },
  ...more,
});
const entry = (place: typeof inRoom, ...rest: Parameters<typeof message>): GalleryEntry => ({
  ...place,
  message: message(...rest),
});
const more = { beforeSeq: 3, thread: null };
const page = (entries: GalleryEntry[], cursor: typeof more | null = null) => ({ entries, people: [], cursor });
const shown = ({ items }: ReturnType<typeof withPage>) => items?.map(({ messageId }) => messageId).join(" ");
/** d 50, c 40 in the thread, b 30, and more before. */
const known = withPage(
  nothingKnown,
  "media",
  page([entry(inRoom, "d", 5), entry(inThread, "c", 2, { sentAt: 40 }), entry(inRoom, "b", 3)], more),
);

test("what comes stands where its time is, and only as far as everything is known", () => {
  const sent = (place: typeof inRoom, one: Message) =>
    afterEvent(known, "media", { place, event: ["message:sent", one] });
  expect(shown(sent(inRoom, message("e", 6)))).toBe("e d c b");
  expect(shown(sent(inThread, message("e", 3, { sentAt: 60, files: files(2) })))).toBe("e e d c b");
  expect(shown(sent(inThread, message("late", 3, { sentAt: 45 })))).toBe("d late c b");
  expect(shown(sent(inThread, message("older", 1)))).toBe("d c b");
  expect(shown(sent(inRoom, message("text", 6, { files: undefined })))).toBe("d c b");
  expect(afterEvent(nothingKnown, "media", { place: inRoom, event: ["message:sent", message("e", 6)] }).items).toBe(
    null,
  );
});

test("what a thread has now takes the place of what was known of it", () => {
  const now = (...messages: Message[]) => withMessages(known, "media", { place: inThread, messages, people: [] });
  const gone = now(message("c", 2, { files: undefined, deletedAt: 90 }), message("e", 3, { sentAt: 90 }));
  expect([shown(gone), [...gone.deleted]]).toEqual(["e d b", ["c"]]);
  expect(shown(now(message("c", 2, { sentAt: 40 })))).toBe("d c b");
  expect(shown(now())).toBe("d c b");
  expect([shownSeqs(known, threadId), shownSeqs(nothingKnown, threadId)]).toEqual([[2], []]);
});

test("a page does not repeat what came in meanwhile, and the first one begins anew", () => {
  const old = page([entry(inRoom, "b", 3), entry(inThread, "a", 1)]);
  expect(shown(withPage(known, "media", old))).toBe("d c b a");
  expect(shown(withPage({ ...known, next: undefined }, "media", old))).toBe("b a");
  const whole = withPage(known, "media", page([]));
  expect(shown(withMessages(whole, "media", { place: inThread, messages: [message("a", 1)], people: [] }))).toBe(
    "d c b a",
  );
});
