import fc from "fast-check";
import { expect, test } from "vitest";
import { InvitationId, MessageId, RoomId, SessionId, UserId } from "./ids.ts";
import { idMaker, isId, newId } from "./make-id.ts";

const noon = Date.UTC(2026, 0, 1, 12);

test("a new id is a canonical UUIDv7 that carries its time", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
      const id = newId<MessageId>(now);
      expect(isId(id)).toBe(true);
      for (const schema of [UserId, RoomId, MessageId, SessionId, InvitationId]) expect(schema.parse(id)).toBe(id);
      expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now);
    }),
  );
});

test("the bits land where RFC 9562 puts them", () => {
  const ones = newId<UserId>(0, (length) => new Uint8Array(length).fill(255));
  expect(ones).toBe("00000000-0000-7fff-bfff-ffffffffffff");
  const zeros = newId<UserId>(0x017f22e279b0, (length) => new Uint8Array(length));
  expect(zeros).toBe("017f22e2-79b0-7000-8000-000000000000");
});

test("ids do not repeat", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId<RoomId>(noon))).size).toBe(10_000);
});

test("a maker's ids only grow, even when the clock stands still or jumps back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 50 }), (jumps) => {
      let now = noon;
      const make = idMaker(() => now);
      const made: string[] = [];
      for (const jump of [0, ...jumps]) {
        now += jump;
        made.push(make<MessageId>(), make<MessageId>());
      }
      expect(made).toEqual([...new Set(made)].sort());
    }),
  );
});

test("a maker runs over into the next millisecond when the counter is used up", () => {
  const make = idMaker(() => noon);
  const made = Array.from({ length: 10_000 }, () => make<MessageId>());
  expect(made).toEqual([...new Set(made)].sort());
  expect(made.every((id) => isId(id))).toBe(true);
});

test.each([
  ["another version", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f"],
  ["upper case", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"],
  ["another variant", "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f"],
  ["braces", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}"],
  ["a trailing line feed", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n"],
  ["the nil id", "00000000-0000-0000-0000-000000000000"],
  ["nothing", ""],
  ["a number", 7],
  ["an object", { toString: () => "017f22e2-79b0-7cc3-98c4-dc0c0c07398f" }],
])("%s is not an id", (_, value) => {
  expect(isId(value)).toBe(false);
  expect(MessageId.safeParse(value).success).toBe(false);
});

test("a time that does not fit is refused", () => {
  for (const now of [-1, 2 ** 48, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => newId<UserId>(now)).toThrow(RangeError);
  }
});
