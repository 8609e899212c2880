import type { TimelineRow } from "@parley/client";
import { type MessageId, newId, type UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { holdsSeq, type ListItem, lastSeqOf, listItems } from "./list-items.ts";

const noon = new Date(2026, 10, 22, 12).getTime();
const minute = 60_000;
const [ann, ben] = [newId<UserId>(noon), newId<UserId>(noon)];

type More = { senderId?: UserId; replyTo?: number; deletedAt?: number; expiresAt?: number };

function row(seq: number, sentAt: number, more: More = {}): TimelineRow {
  const id = newId<MessageId>(noon);
  const message = { id, seq, rev: seq, senderId: ann, body: "x", sentAt, ...more };
  return { key: id, message, status: "stored", outboxKey: null, error: null };
}

function lay(rows: TimelineRow[], more: { dividerSeq?: number; isStart?: boolean; kept?: Set<string> } = {}) {
  return listItems({ rows, dividerSeq: null, isStart: true, kept: new Set(), ...more });
}

const shape = (items: readonly ListItem[]) =>
  items.map((item) => (item.kind === "message" ? (item.isHead ? "head" : "row") : item.kind));

test("one author within five minutes has one head", () => {
  expect(shape(lay([row(1, noon), row(2, noon + 4 * minute), row(3, noon + 10 * minute)]))).toEqual([
    "day",
    "head",
    "row",
    "head",
  ]);
});

test("another author, an answer, a divider and a new day begin anew", () => {
  const day = 24 * 60 * minute;
  const rows = [row(1, noon), row(2, noon, { senderId: ben }), row(3, noon, { senderId: ben, replyTo: 1 })];
  expect(shape(lay(rows))).toEqual(["day", "head", "head", "head"]);
  expect(shape(lay([row(1, noon), row(2, noon)], { dividerSeq: 2 }))).toEqual(["day", "head", "divider", "head"]);
  expect(shape(lay([row(1, noon), row(2, noon + day)]))).toEqual(["day", "head", "day", "head"]);
});

test("the topmost day is named only at the beginning of the room", () => {
  expect(shape(lay([row(7, noon)], { isStart: false }))).toEqual(["head"]);
});

test("what had a head keeps it when older messages come above", () => {
  const [older, top] = [row(1, noon), row(2, noon)];
  expect(shape(lay([top], { isStart: false }))).toEqual(["head"]);
  expect(shape(lay([older, top], { kept: new Set([top.key]) }))).toEqual(["day", "head", "head"]);
});

test("what has disappeared one after the other is one line; what was deleted is not", () => {
  const gone = { deletedAt: noon + minute, expiresAt: noon + minute };
  const rows = [row(1, noon), row(2, noon, gone), row(3, noon, { ...gone, senderId: ben }), row(4, noon)];
  const items = lay(rows);
  expect(shape(items)).toEqual(["day", "head", "run", "head"]);
  expect(items[2]).toMatchObject({ why: "disappeared", rows: [{ message: { seq: 2 } }, { message: { seq: 3 } }] });
  expect(shape(lay([row(1, noon, gone), row(2, noon, { deletedAt: noon + 1 }), row(3, noon, gone)]))).toEqual([
    "day",
    "run",
    "head",
    "run",
  ]);
});

test("a day and the divider part a run", () => {
  const gone = { deletedAt: noon, expiresAt: noon };
  const rows = [row(1, noon, gone), row(2, noon, gone), row(3, noon + 24 * 60 * minute, gone)];
  expect(shape(lay(rows, { dividerSeq: 2 }))).toEqual(["day", "run", "divider", "run", "day", "run"]);
});

test("a run stands for all its messages", () => {
  const gone = { deletedAt: noon, expiresAt: noon };
  const [, run, message] = lay([row(4, noon, gone), row(5, noon, gone), row(6, noon)]);
  expect(lastSeqOf(run)).toBe(5);
  expect(run && [3, 4, 5, 6].map((seq) => holdsSeq(run, seq))).toEqual([false, true, true, false]);
  expect(lastSeqOf(message)).toBe(6);
});

test("what was taken back is not there, and the divider before it stands before the next", () => {
  const rows = [row(1, noon), row(2, noon, { senderId: ben, deletedAt: noon }), row(3, noon + 1, { senderId: ben })];
  expect(shape(lay(rows, { dividerSeq: 2 }))).toEqual(["day", "head", "divider", "head"]);
});
