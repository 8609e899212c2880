import { limits, openRules } from "@parley/contract";
import { expect, test } from "vitest";
import { directWith, entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";
import { whyNotWrite } from "./writing.ts";

const me = person("Me");
const bob = person("Bob");

const words = (parts: Parameters<typeof entryOf>[0], now = noon) => {
  const entry = entryOf(parts);
  return whyNotWrite(stateWith({ me, people: [bob], rooms: [entry] }), entry, now)?.words ?? null;
};

test("one may write where nothing forbids it", () => {
  expect(words({})).toBeNull();
});

test("the muted are told until when", () => {
  expect(words({ mutedUntil: noon + 60_000 })).toBe("You are muted in this room until 12:01.");
  expect(words({ mutedUntil: limits.forGood })).toBe("You are muted in this room.");
  expect(words({ mutedUntil: noon })).toBeNull();
});

test("in an announcement room only moderators write", () => {
  const room = { rules: { ...openRules, post: "moderators" } } as const;
  expect(words({ room })).toBe("Only moderators write in this room.");
  expect(words({ room, role: "moderator" })).toBeNull();
});

test("in a slow room members wait after each message", () => {
  const room = { rules: { ...openRules, slowModeMs: 30_000 } };
  const messages = [say(1, me, "one"), say(2, bob, "two")];
  expect(words({ room, messages }, noon + 1_000)).toBe("This room is slow. You can write again in 30 s.");
  expect(words({ room, messages }, noon + 31_000)).toBeNull();
  expect(words({ room, messages, role: "moderator" }, noon + 1_000)).toBeNull();
});

test("nobody writes to somebody whom they blocked, except among others", () => {
  const cleo = person("Cleo");
  const pair = directWith(me, bob);
  const group = directWith(me, bob, { directIds: [me.id, bob.id, cleo.id] });
  const relations = [{ userId: bob.id, kind: "blocked" } as const];
  const state = stateWith({ me, people: [bob, cleo], rooms: [pair, group], relations });
  expect(whyNotWrite(state, pair, noon)).toEqual({ words: "You blocked them. Unblock to write.", until: null });
  expect(whyNotWrite(state, group, noon)).toBeNull();
});
