import type { EventListener } from "@parley/client";
import type { EventPair, User } from "@parley/contract";
import { expect, test, vi } from "vitest";
import { directWith, entryOf, person, say, stateWith } from "../../test/rig/state.ts";
import { announce } from "./announcer.ts";

const me = person("Me");
const [ann, bob] = [person("Ann"), person("Bob")];
const { room } = directWith(me, ann).state;

const joined = (user: User): EventPair => [
  "member:joined",
  { rev: 1, member: { userId: user.id, role: "member", joinedAt: 0 }, user },
];
const left = (user: User): EventPair => ["member:left", { rev: 2, userId: user.id }];

const look = say(7, me, "Look at this\nplease");
const reacted = (user: User, isOn = true): EventPair => [
  "reaction:changed",
  { rev: 3, seq: 7, emoji: "🎉", userId: user.id, isOn, reaction: null },
];

test("those who come and go are told of, but nobody whom I blocked", async () => {
  const rooms = [entryOf({ room, messages: [look] })];
  const friendly = stateWith({ me, people: [ann, bob], rooms });
  let state = stateWith({ me, people: [ann, bob], rooms, relations: [{ userId: bob.id, kind: "blocked" }] });
  const listeners = new Set<EventListener>();
  const printed: string[] = [];
  const stop = announce({
    client: {
      getState: () => state,
      on: (_name, listener) => {
        listeners.add(listener as EventListener);
        return () => listeners.delete(listener as EventListener);
      },
      watch: () => undefined,
      call: () => Promise.reject(new Error("Everybody's name is known here.")),
    },
    roomId: room.id,
    print: async (line) => void printed.push(line),
  });
  const tell = (event: EventPair) => {
    for (const listener of listeners) listener(room.id, event);
  };
  for (const event of [joined(bob), joined(ann), left(bob), left(ann)]) tell(event);
  await vi.waitFor(() => expect(printed).toEqual(["Ann has joined the chat.", "Ann has left the chat."]));
  state = friendly;
  tell(joined(bob));
  await vi.waitFor(() => expect(printed.slice(2)).toEqual(["Bob has joined the chat."]));
  for (const event of [reacted(me), reacted(ann, false), reacted(ann)]) tell(event);
  await vi.waitFor(() => expect(printed.slice(3)).toEqual(["Ann reacted with 🎉 to message 7: Look at this…"]));
  stop();
  expect(listeners.size).toBe(0);
});
