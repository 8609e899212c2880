import type { FileId, MessageId, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { keyOf, knownAround, withLocal, withNewer, withOlder } from "./known-pictures.ts";
import type { ShownPicture } from "./show-file.ts";

const pictureAt = (seq: number, name = "a", messageId = `m${seq}`): ShownPicture => ({
  file: { id: `${name}${seq}` as FileId, name: `${name}.png`, type: "image/png", size: 1, kind: "image" },
  messageId: messageId as MessageId,
  seq,
  senderId: "u" as UserId,
  sentAt: seq,
  isStored: seq > 0,
});
const page = (isEnd: boolean, ...entries: ShownPicture[]) => ({ entries, isEnd, people: [] });
const windowOf = (first: number, last: number, isEnd: boolean) => ({
  messages: [{ seq: first }, { seq: last }] as never[],
  isStart: false,
  isEnd,
  dividerSeq: null,
});
const seqs = (pictures: readonly ShownPicture[]) => pictures.map(({ seq }) => seq);

test("from the conversation it begins with all that is loaded, and goes on before it", () => {
  const local = [pictureAt(7), pictureAt(9)];
  const known = knownAround(pictureAt(9), local, windowOf(5, 9, true));
  expect(known).toMatchObject({ low: 5, high: 9, isStart: false, isEnd: true });
  const older = withOlder(known, page(true, pictureAt(3, "a"), pictureAt(3, "b"), pictureAt(1)));
  expect(seqs(withLocal(older, local))).toEqual([1, 3, 3, 7, 9]);
  expect(older).toMatchObject({ low: 1, isStart: true });
  expect(
    withLocal(older, local)
      .slice(1, 3)
      .map(({ file }) => file.name),
  ).toEqual(["a.png", "b.png"]);
});

test("from the gallery it begins alone; what is loaded elsewhere joins only when nothing is left out", () => {
  const local = [pictureAt(50), pictureAt(0, "w", "waiting")];
  const alone = knownAround(pictureAt(10), local, windowOf(40, 50, true));
  expect(seqs(withLocal(alone, local))).toEqual([10]);
  const some = withNewer(withOlder(alone, page(false, pictureAt(10), pictureAt(8))), page(false, pictureAt(20)));
  expect(some).toMatchObject({ low: 8, high: 20 });
  expect(seqs(withLocal(some, local))).toEqual([8, 10, 20]);
  const all = withNewer(some, page(true, pictureAt(50), pictureAt(30)));
  expect(seqs(withLocal(all, [...local, pictureAt(60)]))).toEqual([8, 10, 20, 30, 50, 60, 0]);
});

test("one file in two messages is two pictures", () => {
  const again = { ...pictureAt(4), file: pictureAt(3).file };
  expect(keyOf(pictureAt(3))).not.toBe(keyOf(again));
});
