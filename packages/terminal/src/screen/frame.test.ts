import type { ClientState } from "@parley/client";
import type { Message, MessageId } from "@parley/contract";
import { expect, test } from "vitest";
import { directWith, entryOf, makeId, noon, person, say, stateWith } from "../../test/rig/state.ts";
import { type Line, lineText, lineWidth } from "../text/spans.ts";
import { insert } from "./composer.ts";
import { frameOf } from "./frame.ts";
import { helpLines } from "./help-lines.ts";
import { scrolledBy } from "./scroll.ts";
import { firstView, type View } from "./view.ts";

const me = person("Me");
const ann = person("Ann 日本", { handle: "ann" });
const lobby = entryOf({});
const roomId = lobby.state.room.id;

function stateOf(messages: readonly Message[], more: { dividerSeq?: number; readSeq?: number } = {}): ClientState {
  const entry = entryOf({ room: lobby.state.room, messages, unread: 2, dividerSeq: more.dividerSeq ?? null });
  const receipts = new Map([[ann.id, { userId: ann.id, readSeq: more.readSeq ?? 0, deliveredSeq: more.readSeq ?? 0 }]]);
  const typing = new Map([[ann.id, noon + 5_000]]);
  return stateWith({ me, people: [ann], rooms: [{ ...entry, receipts, typing }] });
}

interface Shape {
  readonly view?: Partial<View>;
  readonly columns?: number;
  readonly rows?: number;
}

function frame(state: ClientState, { view = {}, columns = 80, rows = 24 }: Shape = {}) {
  const size = { columns, rows };
  return frameOf({
    state,
    view: { ...firstView, roomId, ...view },
    size,
    bodies: new WeakMap(),
    hasPictures: true,
    linked: { placeIn: () => null, found: () => undefined },
    now: noon,
  });
}

const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => lineText(line).trimEnd());

test.each([
  [80, 24],
  [40, 24],
  [200, 50],
  [20, 8],
  [10, 5],
])("at %i × %i, every line has the terminal's width and there are as many as rows", (columns, rows) => {
  const messages = Array.from({ length: 60 }, (_, at) =>
    say(at + 1, at % 3 ? ann : me, `**bold** 日本語 word ${at}`.repeat(3)),
  );
  for (const panel of [null, { lines: helpLines(), offset: 0 }]) {
    const drawn = frame(stateOf(messages), { view: { panel }, columns, rows });
    expect(drawn.lines.length).toBe(rows);
    for (const line of drawn.lines) expect(lineWidth(line)).toBe(columns);
    expect(drawn.cursor.y).toBeLessThan(rows);
    expect(drawn.cursor.x).toBeLessThan(columns);
  }
});

test("reactions stand under their message, mine in brackets", () => {
  const reactions = [
    { emoji: "👍", count: 3, userIds: [ann.id], isMine: true as const },
    { emoji: "❤️", count: 1, userIds: [ann.id] },
  ];
  const texts = textsOf(frame(stateOf([{ ...say(1, ann, "look"), reactions }])).lines);
  const at = texts.findIndex((text) => text.endsWith(" 1 look"));
  expect(texts[at + 1]?.trim()).toMatch(/\[👍 3\] {2}❤️ 1$/u);
});

test("80 × 24: rooms, conversation, who writes, composer, status", () => {
  const messages = [say(1, ann, "hello *there*"), say(2, ann, "again"), say(3, me, { body: "hi", replyTo: 1 })];
  const composer = insert(firstView.composer, "my answer");
  const texts = textsOf(frame(stateOf(messages, { dividerSeq: 2, readSeq: 3 }), { view: { composer } }).lines);
  expect(texts[0]).toBe("#lobby  2 members, 0 online");
  expect(texts[1]).toMatch(/^#lobby +2 │/);
  const conversation = texts.slice(1, -3).map((text) => text.slice(21).trim());
  expect(conversation.filter((text) => text !== "")).toEqual([
    expect.stringContaining("2026"),
    "Ann 日本 12:00",
    "1 hello there",
    expect.stringContaining("New messages"),
    "Ann 日本 12:00",
    "2 again",
    "Me 12:00",
    "3 ↪ Ann 日本: hello there",
    "hi ✓✓",
  ]);
  expect(texts.slice(-3)).toEqual(["Ann 日本 is writing…", "> my answer", "● live  Me  2 unread  /help"]);
});

test("40 columns: only the conversation", () => {
  const texts = textsOf(frame(stateOf([say(1, ann, "hello")]), { columns: 40 }).lines);
  expect(texts.some((text) => text.includes("│"))).toBe(false);
  expect(texts).toContain("  1 hello");
});

test("no text of others is obeyed", () => {
  const evil = "\u001b]52;c;aGk=\u0007\u009b2J\u202e`\u001b[2J` \u0000";
  const drawn = frame(stateOf([say(1, { ...ann }, evil), say(2, ann, `\`\`\`\n${evil}\n\`\`\`\n> ${evil}`)]));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may come out
  expect(drawn.lines.map(lineText).join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(textsOf(drawn.lines).join("\n")).toContain("␛]52;c;aGk=␇<U+009B>2J<U+202E>");
});

test("deleted, edited, refused and waiting messages say so; spoilers are covered until revealed", () => {
  const sent = say(1, me, { body: "||secret||", editedAt: noon });
  const state = stateOf([sent, say(2, ann, { deletedAt: noon })]);
  const input = { id: makeId<MessageId>(), roomId, body: "too much" };
  const item = { key: "1", by: me.id, request: { name: "message:send", input }, createdAt: noon } as const;
  const error = { code: "forbidden", message: "You may not." } as const;
  const texts = (outbox: ClientState["outbox"], view = {}) =>
    textsOf(frame({ ...state, outbox }, { view }).lines).join("\n");
  const failed = texts([{ ...item, status: "failed", error }]);
  expect(failed).toContain("▒▒▒▒▒▒ (edited) ✓");
  expect(failed).toContain("2 (deleted)");
  expect(failed).toContain("! too much ✗");
  expect(failed).toContain("Not sent: You may not. /retry or /discard it.");
  expect(texts([{ ...item, status: "waiting", error: null }])).toContain("… too much ·");
  expect(texts([], { isRevealed: true })).toContain("secret");
});

test("scrolled back, what comes later moves nothing", () => {
  const messages = Array.from({ length: 100 }, (_, at) => say(at + 1, ann, `message ${at + 1}`));
  const before = frame(stateOf(messages));
  const height = before.layout.conversationHeight;
  const { scroll, above } = scrolledBy(before.conversation, { scroll: firstView.scroll, height }, -30);
  expect(above).toBe(before.conversation.length - height - 30);
  const seen = frame(stateOf(messages), { view: { scroll } }).lines.slice(1, 1 + height);
  const more = [...messages, say(101, ann, "later")];
  const after = frame(stateOf(more), { view: { scroll } }).lines.slice(1, 1 + height);
  expect(textsOf(after)).toEqual(textsOf(seen));
  const back = scrolledBy(before.conversation, { scroll, height }, 30);
  expect(back.scroll.kind).toBe("newest");
});

const bob = person("Bob");
const conversationOf = (texts: readonly string[]) => texts.slice(1, -3).map((text) => text.slice(21).trim());
const shown = (state: ClientState, shape: Shape = {}) => textsOf(frame(state, shape).lines);

test("what blocked people wrote is one line, until it is revealed; answers to it do not quote it", () => {
  const messages = [
    say(1, ann, "hello"),
    say(2, bob, "one"),
    say(3, bob, { body: "two", deletedAt: noon }),
    say(4, ann, { body: "what?", replyTo: 2 }),
    say(5, bob, "three"),
    say(6, ann, { body: "one", forwardedFrom: bob.id }),
    say(7, ann, { body: "mine", forwardedFrom: ann.id }),
  ];
  const rooms = [entryOf({ room: lobby.state.room, messages })];
  const state = stateWith({ me, people: [ann, bob], rooms, relations: [{ userId: bob.id, kind: "blocked" }] });
  expect(conversationOf(shown(state)).filter((text) => text !== "")).toEqual([
    expect.stringContaining("2026"),
    "Ann 日本 12:00",
    "1 hello",
    "2 messages from someone you blocked",
    "Ann 日本 12:00",
    "4 ↪ someone you blocked",
    "what?",
    "2 messages from someone you blocked",
    "Ann 日本 12:00",
    "7 ⤷ Forwarded from Ann 日本",
    "mine",
  ]);
  const revealed = shown(state, { view: { isRevealed: true } }).join("\n");
  expect(revealed).toContain("2 one");
  expect(revealed).toContain("↪ Bob: one");
  expect(revealed).toContain("⤷ Forwarded from Bob");
});

test("what disappears has a sign; once past its time it is gone, whether or not the server has said so", () => {
  const messages = [
    say(1, ann, { body: "gone", expiresAt: noon }),
    say(2, ann, { deletedAt: noon, expiresAt: noon }),
    say(3, ann, { body: "soon", expiresAt: noon + 1 }),
    say(4, ann, { body: "an answer", replyTo: 1 }),
  ];
  const room = { ...lobby.state.room, expiresAfterMs: 3_600_000 };
  const texts = shown(stateWith({ me, people: [ann], rooms: [entryOf({ room, messages })] }));
  expect(texts[0]).toBe("#lobby  2 members, 0 online  ◔ 1 hour");
  expect(conversationOf(texts).filter((text) => text !== "")).toEqual([
    expect.stringContaining("2026"),
    "2 messages disappeared",
    "Ann 日本 12:00",
    "3 soon ◔",
    "4 ↪ Ann 日本: (disappeared)",
    "an answer",
  ]);
});

test("friends' conversations say whether they are here; strangers' stand apart, with what can be done", () => {
  const direct = directWith(me, ann, { lastMessage: say(1, ann, "hi") });
  const request = directWith(me, bob, { isRequest: true });
  const relations = [{ userId: ann.id, kind: "friend" } as const];
  const state = stateWith({ me, people: [ann, bob], rooms: [request, direct, lobby], relations });
  const busy: ClientState = { ...state, friendPresence: new Map([[ann.id, "busy"]]) };
  const texts = shown(busy, { view: { roomId: request.state.room.id } });
  expect(texts.slice(1, 5).map((text) => text.split("│")[0]?.trim())).toEqual([
    "⊘Ann 日本",
    "#lobby",
    "Requests",
    "@Bob",
  ]);
  expect(texts.at(-3)).toBe("You do not know Bob: /accept or /decline; /block @bob");
  expect(texts.at(-1)).toBe("● live  Me  1 to answer: /friends  /help");
});

test("who may not write is told so before they try", () => {
  const muted = entryOf({ room: lobby.state.room, mutedUntil: noon + 60_000 });
  expect(shown(stateWith({ me, rooms: [muted] })).at(-3)).toBe("You are muted in this room until 12:01.");
});

test("a question stands before the composer, and a secret is not shown", () => {
  const question = { kind: "question", text: "Your password now:", isHidden: true, answer: () => undefined } as const;
  const composer = insert(firstView.composer, "sesame");
  const view = { mode: question, composer };
  expect(shown(stateOf([]), { view }).at(-2)).toBe("Your password now: ••••••");
  expect(shown(stateOf([]), { view: { ...view, mode: { ...question, isHidden: false } } }).at(-2)).toBe(
    "Your password now: sesame",
  );
});
