import { type ClientState, emptyEntry, emptyState } from "@parley/client";
import {
  idMaker,
  type Message,
  type MessageId,
  openRules,
  type RoomId,
  type RoomState,
  type User,
  type UserId,
} from "@parley/contract";
import { expect, test } from "vitest";
import { type Line, lineWidth } from "../text/spans.ts";
import { insert } from "./composer.ts";
import { frameOf } from "./frame.ts";
import { helpLines } from "./help-lines.ts";
import { scrolledBy } from "./scroll.ts";
import { firstView, type View } from "./view.ts";

const noon = new Date(2026, 0, 5, 12).getTime();
const make = idMaker(() => noon);
const me: User = { id: make<UserId>(), handle: "me", name: "Me", role: "person" };
const ann: User = { id: make<UserId>(), handle: "ann", name: "Ann 日本", role: "person" };
const roomId = make<RoomId>();

const say = (seq: number, sender: User, what: string | Partial<Message>): Message => ({
  id: make<MessageId>(),
  seq,
  rev: seq,
  senderId: sender.id,
  body: "",
  sentAt: noon + seq * 1_000,
  ...(typeof what === "string" ? { body: what } : what),
});

function stateOf(messages: readonly Message[], more: { dividerSeq?: number; readSeq?: number } = {}): ClientState {
  const room = {
    id: roomId,
    kind: "public",
    name: "lobby",
    topic: "",
    isLobby: true,
    memberCount: 2,
    createdAt: noon,
    rules: openRules,
    expiresAfterMs: null,
  } as const;
  const lastMessage = messages.at(-1) ?? null;
  const state: RoomState = {
    room,
    rev: 1,
    lastSeq: lastMessage?.seq ?? 0,
    role: "member",
    readSeq: 0,
    unread: 2,
    mentions: 0,
    lastMessage,
    draft: null,
    directIds: [],
    isRequest: false,
    clearedSeq: 0,
    preferences: { typing: null, receipts: null },
    mutedUntil: null,
  };
  const window = { messages, isStart: true, isEnd: true, dividerSeq: more.dividerSeq ?? null };
  const receipts = new Map([[ann.id, { userId: ann.id, readSeq: more.readSeq ?? 0, deliveredSeq: more.readSeq ?? 0 }]]);
  return {
    ...emptyState(noon),
    connection: { status: "live", since: noon, retryAt: null, hasConnected: true },
    me,
    people: new Map([me, ann].map((user) => [user.id, user])),
    rooms: new Map([[roomId, { ...emptyEntry(state), window, receipts, typing: new Map([[ann.id, noon + 5_000]]) }]]),
  };
}

interface Shape {
  readonly view?: Partial<View>;
  readonly columns?: number;
  readonly rows?: number;
}

function frame(state: ClientState, { view = {}, columns = 80, rows = 24 }: Shape = {}) {
  const size = { columns, rows };
  return frameOf({ state, view: { ...firstView, roomId, ...view }, size, bodies: new WeakMap(), now: noon });
}

const textOf = (line: Line): string => line.map((part) => part.text).join("");
const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => textOf(line).trimEnd());

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
  expect(drawn.lines.map(textOf).join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(textsOf(drawn.lines).join("\n")).toContain("␛]52;c;aGk=␇<U+009B>2J<U+202E>");
});

test("deleted, edited, refused and waiting messages say so; spoilers are covered until revealed", () => {
  const sent = say(1, me, { body: "||secret||", editedAt: noon });
  const state = stateOf([sent, say(2, ann, { deletedAt: noon })]);
  const input = { id: make<MessageId>(), roomId, body: "too much" };
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
