import { expect, test } from "vitest";
import { check } from "./rig/checker.ts";
import type { Attempt, ClientHistory, Sighting } from "./rig/history.ts";

const roomId = "room";

function message(seq: number, more: Partial<Sighting> = {}): Sighting {
  return { roomId, seq, rev: seq, messageId: `m${seq}`, body: `text ${seq}`, isDeleted: false, ...more };
}

function sent(seq: number, more: Partial<Attempt> = {}): Attempt {
  return {
    action: "send",
    roomId,
    messageId: `m${seq}`,
    body: `text ${seq}`,
    startedAt: seq * 10,
    outcome: { kind: "acked", seq, at: seq * 10 + 5, isSeen: true },
    ...more,
  };
}

interface Shape {
  attempts?: Attempt[];
  ann?: Sighting[];
  bob?: Sighting[];
  bobSaw?: Sighting[];
}

/** Ann sends three messages; Ann and Bob read them. Each test breaks one thing. */
function history({ attempts, ann, bob, bobSaw }: Shape = {}): ClientHistory[] {
  const three = [message(1), message(2), message(3)];
  return [
    {
      name: "ann",
      attempts: attempts ?? [sent(1), sent(2), sent(3)],
      sightings: ann ?? three,
      views: [{ roomId, fromSeq: 1, messages: ann ?? three }],
    },
    {
      name: "bob",
      attempts: [],
      sightings: bobSaw ?? bob ?? three,
      views: [{ roomId, fromSeq: 1, messages: bob ?? three }],
    },
  ];
}

const rules = (clients: ClientHistory[]): string[] =>
  [...new Set(check(clients).map((violation) => violation.rule))].sort();

test("a history in which all promises hold passes", () => {
  expect(check(history())).toEqual([]);
});

test("a reader who may see only a part passes with that part", () => {
  const clients = history();
  const [, bob] = clients;
  bob?.views.splice(0, 1, { roomId, fromSeq: 3, messages: [message(3)] });
  expect(check(clients)).toEqual([]);
});

test("an acked message that is nowhere is red", () => {
  const two = [message(1), message(2)];
  expect(rules(history({ ann: two, bob: two }))).toEqual(["R1"]);
});

test("an acked message that one reader lacks is red, as a loss and as a gap", () => {
  expect(rules(history({ bob: [message(1), message(3)] }))).toEqual(["R1", "R9"]);
});

test("a message that everybody lacks in the middle is a gap", () => {
  const holey = [message(1), message(3)];
  expect(rules(history({ attempts: [sent(1), sent(3)], ann: holey, bob: holey }))).toEqual(["R9"]);
});

test("one id at two places is red", () => {
  const doubled = [message(1), message(2), message(3), message(4, { messageId: "m3", body: "text 3" })];
  expect(rules(history({ ann: doubled, bob: doubled }))).toContain("R4");
});

test("one text under two ids is red: a retry that became a second message", () => {
  const doubled = [message(1), message(2), message(3), message(4, { body: "text 3" })];
  const attempts = [sent(1), sent(2), sent(3), sent(4, { body: "text 3" })];
  expect(rules(history({ attempts, ann: doubled, bob: doubled }))).toEqual(["R4"]);
});

test("an attempt without an outcome is red", () => {
  expect(rules(history({ attempts: [sent(1), sent(2), sent(3, { outcome: { kind: "unknown" } })] }))).toEqual(["R5"]);
});

test("readers who disagree about an order are red", () => {
  const swapped = [message(1), message(2, { messageId: "m3" }), message(3, { messageId: "m2" })];
  expect(rules(history({ bob: swapped }))).toContain("R6");
});

test("a reader who saw another order on the way is red, whatever stands there at the end", () => {
  const bobSaw = [message(1), message(2, { messageId: "m3" }), message(2), message(3)];
  expect(rules(history({ bobSaw }))).toContain("R6");
});

test("a refused message that shows is red", () => {
  const attempts = [sent(1), sent(2), sent(3, { outcome: { kind: "refused", code: "invalid" } })];
  expect(rules(history({ attempts }))).toEqual(["R6"]);
});

test("a message that nobody sent is red", () => {
  expect(rules(history({ attempts: [sent(1), sent(2)] }))).toEqual(["R6"]);
});

test("what was acked before another was begun must stand before it", () => {
  const attempts = [
    sent(1),
    sent(2, { startedAt: 100 }),
    sent(3, { outcome: { kind: "acked", seq: 3, at: 50, isSeen: true } }),
  ];
  expect(rules(history({ attempts }))).toEqual(["R7"]);
});

test("overlapping sends may stand either way round", () => {
  const attempts = [
    sent(1),
    sent(2, { startedAt: 40 }),
    sent(3, { startedAt: 30, outcome: { kind: "acked", seq: 3, at: 45, isSeen: true } }),
  ];
  expect(check(history({ attempts }))).toEqual([]);
});

test("an ack before the sender sees the message is red", () => {
  const attempts = [sent(1), sent(2), sent(3, { outcome: { kind: "acked", seq: 3, at: 35, isSeen: false } })];
  expect(rules(history({ attempts }))).toEqual(["R8"]);
});

test("an acked edit that does not show is red", () => {
  const edit = sent(2, { action: "edit", body: "better" });
  expect(rules(history({ attempts: [sent(1), sent(2), sent(3), edit] }))).toEqual(["R1"]);
});

test("an acked delete that still shows is red, and so is a message that comes back", () => {
  const removal = sent(2, { action: "delete", body: "" });
  expect(rules(history({ attempts: [sent(1), sent(2), sent(3), removal] }))).toEqual(["R15"]);
  const bobSaw = [message(1), message(2), message(2, { isDeleted: true, body: "", rev: 4 }), message(2), message(3)];
  expect(rules(history({ bobSaw }))).toEqual(["R15"]);
});
