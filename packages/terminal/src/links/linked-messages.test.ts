import type { ClientState, EventListener } from "@parley/client";
import type { EventPair, Input, Message, Output } from "@parley/contract";
import { beforeEach, expect, test, vi } from "vitest";
import { entryOf, makeId, noon, person, say, stateWith } from "../../test/rig/state.ts";
import { frameOf } from "../screen/frame.ts";
import { firstView, type View } from "../screen/view.ts";
import { type Line, lineText } from "../text/spans.ts";
import { LinkedMessages } from "./linked-messages.ts";

const origin = "http://server.test";
const me = person("Me");
const [ann, bob] = [person("Ann"), person("Bob")];
const ops = entryOf({ room: { name: "ops", isLobby: false } });
const linkTo = (seq: number, roomId: string = ops.state.room.id) => `${origin}/r/${roomId}?at=${seq}`;

const stored = new Map<number, Message>();
let state: ClientState;
let asked: Input<"message:list">[];
let hears: EventListener[];
let ready: number;
let linked: LinkedMessages;
let answer: () => Promise<void>;

beforeEach(() => {
  [asked, hears, ready] = [[], [], 0];
  state = stateWith({ me });
  answer = async () => undefined;
  stored.clear();
  stored.set(1, say(1, ann, "the **pager** went off"));
  linked = new LinkedMessages({
    client: {
      getState: () => state,
      on: (_name, listener) => {
        hears.push(listener as EventListener);
        return () => undefined;
      },
      call: (async (_name: "message:list", input: Input<"message:list">): Promise<Output<"message:list">> => {
        asked.push(input);
        const messages = input.seqs.flatMap((seq) => stored.get(seq) ?? []);
        await answer();
        return { messages, people: [ann, bob].filter(({ id }) => messages.some(({ senderId }) => senderId === id)) };
      }) as never,
    },
    origin,
    onReady: () => {
      ready += 1;
    },
  });
});

function lines(messages: readonly Message[], view: Partial<View> = {}): readonly Line[] {
  const lobby = entryOf({ messages });
  const relations = [{ userId: bob.id, kind: "blocked" } as const];
  state = { ...stateWith({ me, people: [ann], rooms: [lobby, ops], relations }), connection: state.connection };
  return frameOf({
    ...{ state, linked, view: { ...firstView, roomId: lobby.state.room.id, ...view } },
    ...{ size: { columns: 100, rows: 24 }, bodies: new WeakMap(), hasPictures: false, now: noon },
  }).lines;
}

const quotes = (messages: readonly Message[], view: Partial<View> = {}) =>
  lines(messages, view)
    .map(lineText)
    .filter((text) => text.includes("»"))
    .map((text) => text.slice(text.indexOf("»")).trim());

/** What stands there once all has been answered. */
async function drawn(messages: readonly Message[]): Promise<string[]> {
  const before = ready;
  linked.askFor(lines(messages));
  await vi.waitFor(() => expect(ready).toBeGreaterThan(before));
  return quotes(messages);
}

test("a message that another links to is quoted beneath it, and asked for once", async () => {
  const messages = [say(5, ann, `see ${linkTo(1)}`), say(6, ann, `and ${linkTo(1)} again`)];
  expect(quotes(messages)).toEqual(["» #ops", "» #ops"]);
  expect(await drawn(messages)).toEqual(Array(2).fill("» Ann in #ops: the pager went off"));
  linked.askFor(lines(messages));
  expect(asked).toEqual([{ roomId: ops.state.room.id, seqs: [1] }]);
});

test("only what is in view is asked for, all of a room together", () => {
  const far = Array.from({ length: 60 }, (_, at) => say(at + 1, ann, `see ${linkTo(at + 1)}`));
  linked.askFor(lines(far));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.seqs.at(-1)).toBe(60);
  expect(asked[0]?.seqs).not.toContain(40);
});

test("there is nothing beneath what leads elsewhere, or to a room that is not mine", () => {
  const bodies = [linkTo(1, makeId()), linkTo(1).replace("server.test", "other.test"), `||${linkTo(1)}||`];
  expect(quotes(bodies.map((body, at) => say(at + 1, ann, body)))).toEqual([]);
});

test("what is not there any more says so, and whom I blocked is not quoted until revealed", async () => {
  stored.set(2, say(2, bob, "never mind"));
  stored.set(3, say(3, ann, { deletedAt: noon }));
  stored.set(4, say(4, ann, { body: "gone", expiresAt: noon }));
  const messages = [2, 3, 4, 9].map((seq) => say(seq + 10, ann, linkTo(seq)));
  expect(await drawn(messages)).toEqual([
    "» #ops: Message from someone you blocked",
    ...Array(3).fill("» #ops: This message is not there any more."),
  ]);
  expect(quotes(messages, { isRevealed: true })[0]).toBe("» Bob in #ops: never mind");
});

test("what was edited or deleted since is quoted as it is, without being asked for again", async () => {
  const messages = [say(5, ann, linkTo(1))];
  const tell = (...event: EventPair) => {
    for (const hear of hears) hear(ops.state.room.id, event);
  };
  // The news comes before the answer, which is older.
  answer = async () => tell("message:edited", say(1, ann, { body: "all is well", rev: 7 }));
  expect(await drawn(messages)).toEqual(["» Ann in #ops: all is well"]);
  tell("message:deleted", say(1, ann, { deletedAt: noon, rev: 8 }));
  expect(quotes(messages)).toEqual(["» #ops: This message is not there any more."]);
  expect(asked).toHaveLength(1);
});

test("another connection asks anew, and meanwhile what was known stands; nothing is asked while there is none", async () => {
  const messages = [say(5, ann, linkTo(1))];
  await drawn(messages);
  stored.set(1, say(1, ann, { deletedAt: noon }));
  state = { ...state, connection: { ...state.connection, status: "offline", since: noon + 1 } };
  linked.askFor(lines(messages));
  expect(asked).toHaveLength(1);
  state = { ...state, connection: { ...state.connection, status: "live", since: noon + 2 } };
  linked.askFor(lines(messages));
  expect(quotes(messages)).toEqual(["» Ann in #ops: the pager went off"]);
  await vi.waitFor(() => expect(quotes(messages)).toEqual(["» #ops: This message is not there any more."]));
  expect(asked).toHaveLength(2);
});
