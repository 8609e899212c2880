import type { EventListener } from "@parley/client";
import type { EventPair, User } from "@parley/contract";
import { expect, test, vi } from "vitest";
import { directWith, person, stateWith } from "../../test/rig/state.ts";
import { announce } from "./announcer.ts";

const me = person("Me");
const [ann, bob] = [person("Ann"), person("Bob")];
const { room } = directWith(me, ann).state;

const joined = (user: User): EventPair => [
  "member:joined",
  { rev: 1, member: { userId: user.id, role: "member", joinedAt: 0 }, user },
];
const left = (user: User): EventPair => ["member:left", { rev: 2, userId: user.id }];

test("those who come and go are told of, but nobody whom I blocked", async () => {
  const friendly = stateWith({ me, people: [ann, bob] });
  let state = stateWith({ me, people: [ann, bob], relations: [{ userId: bob.id, kind: "blocked" }] });
  const listeners = new Set<EventListener>();
  const printed: string[] = [];
  const stop = announce({
    client: {
      getState: () => state,
      on: (_name, listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
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
  stop();
  expect(listeners.size).toBe(0);
});
