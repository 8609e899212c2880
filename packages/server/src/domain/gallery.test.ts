import type { GalleryCursor, RoomId } from "@parley/contract";
import { expect, test } from "vitest";
import { galleryStart, mergedPage } from "./gallery.ts";

const place = (roomId: string, seq: number, sentAt: number) => ({ roomId: roomId as RoomId, seq, sentAt });
const own = (seq: number, sentAt: number) => place("room", seq, sentAt);
type Place = ReturnType<typeof place>;

/** As the store answers: what is left after the cursor, one more than the page. */
function pagesOf(all: { own: readonly Place[]; replies: readonly Place[] }, limit: number): number[][] {
  const pages: number[][] = [];
  let cursor: GalleryCursor | null = galleryStart;
  while (cursor !== null) {
    const { beforeSeq, thread }: GalleryCursor = cursor;
    const isLast = (one: Place) => one.roomId === thread?.roomId && one.seq === thread.seq;
    const from = thread === null ? 0 : all.replies.findIndex(isLast) + 1;
    const rows = {
      own: all.own.filter(({ seq }) => seq < beforeSeq).slice(0, limit + 1),
      replies: all.replies.slice(from, from + limit + 1),
    };
    const page: ReturnType<typeof mergedPage> = mergedPage(rows, { cursor, limit });
    pages.push(page.places.map(({ sentAt }) => sentAt));
    cursor = page.cursor;
  }
  return pages;
}

test("the later one first, from the room and from its threads, page by page", () => {
  const replies = [place("b", 2, 70), place("a", 7, 60), place("b", 1, 10)];
  const all = { own: [own(9, 90), own(5, 50), own(4, 40)], replies };
  expect(pagesOf(all, 2)).toEqual([
    [90, 70],
    [60, 50],
    [40, 10],
  ]);
  expect(pagesOf(all, 6)).toEqual([[90, 70, 60, 50, 40, 10]]);
  expect(pagesOf({ own: [], replies }, 2)).toEqual([[70, 60], [10]]);
  expect(pagesOf({ own: all.own, replies: [] }, 3)).toEqual([[90, 50, 40]]);
  expect(pagesOf({ own: [], replies: [] }, 3)).toEqual([[]]);
});

test("nothing is shown twice or left out where a clock went back, or times are the same", () => {
  const all = { own: [own(3, 50), own(2, 80), own(1, 50)], replies: [place("a", 2, 50), place("a", 1, 50)] };
  for (const limit of [1, 2, 3]) expect(pagesOf(all, limit).flat()).toEqual([50, 80, 50, 50, 50]);
});
