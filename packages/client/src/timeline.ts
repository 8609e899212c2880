import type { Message, MessageId, Poll, RoomId, UserId } from "@parley/contract";
import { isReaction } from "./outbox/lanes.ts";
import { withMine } from "./reactions.ts";
import type { ClientState, OutboxItem, OutboxRequest, RoomEntry, RoomWindow, TimelineRow } from "./state.ts";
import { withPlayedAt } from "./voices.ts";

// The memories below are keyed by immutable objects and die with them: they change what is computed, never what is seen.
const storedRows = new WeakMap<Message, TimelineRow>();
const itemsByRoom = new WeakMap<readonly OutboxItem[], ReadonlyMap<RoomId, readonly OutboxItem[]>>();
const timelines = new WeakMap<RoomWindow | RoomEntry, { items: readonly OutboxItem[]; rows: readonly TimelineRow[] }>();

const noItems: readonly OutboxItem[] = [];

/**
 * What a conversation shows: the window's messages with waiting edits and deletions applied, then what is not yet
 * stored. The same array, and the same rows, as long as nothing in them changed.
 */
export function timeline(state: ClientState, roomId: RoomId): readonly TimelineRow[] {
  const entry = state.rooms.get(roomId);
  if (!entry) return [];
  const items = messageItems(state.outbox).get(roomId) ?? noItems;
  const source = entry.window ?? entry;
  const known = timelines.get(source);
  if (known && isSameList(known.items, items)) return known.rows;
  const rows = buildRows(entry.window?.messages ?? [], items);
  timelines.set(source, { items, rows });
  return rows;
}

/** The message-related items of each room, in order. */
export function messageItems(outbox: readonly OutboxItem[]): ReadonlyMap<RoomId, readonly OutboxItem[]> {
  const known = itemsByRoom.get(outbox);
  if (known) return known;
  const byRoom = new Map<RoomId, OutboxItem[]>();
  for (const item of outbox) {
    if (!isOfMessage(item.request)) continue;
    const { roomId } = item.request.input;
    byRoom.set(roomId, [...(byRoom.get(roomId) ?? []), item]);
  }
  itemsByRoom.set(outbox, byRoom);
  return byRoom;
}

function isOfMessage(request: OutboxRequest): boolean {
  return request.name.startsWith("message:") || request.name === "voice:play" || isReaction(request);
}

function buildRows(messages: readonly Message[], items: readonly OutboxItem[]): readonly TimelineRow[] {
  if (items.length === 0) return messages.map(storedRow);
  const rows = new Map<MessageId, TimelineRow>();
  for (const message of messages) rows.set(message.id, storedRow(message));
  for (const item of items) {
    const { request } = item;
    if (request.name === "message:send") {
      if (!rows.has(request.input.id))
        rows.set(request.input.id, pendingRow(item, pendingMessage(item, request.input)));
    } else if (request.name === "message:edit" || request.name === "message:delete") {
      const row = rows.get(request.input.messageId);
      if (row) rows.set(row.key, changedRow(row, item));
    } else if (isReaction(request)) {
      const row = rowAt(rows, messages, request.input.seq);
      if (row) rows.set(row.key, reactedRow(row, item.by, request));
    } else if (request.name === "voice:play") {
      const row = rowAt(rows, messages, request.input.seq);
      if (row) rows.set(row.key, { ...row, message: withPlayedAt(row.message, item.createdAt) });
    }
  }
  return [...rows.values()];
}

function rowAt(rows: ReadonlyMap<MessageId, TimelineRow>, messages: readonly Message[], seq: number) {
  const message = messages[seq - (messages[0]?.seq ?? seq)];
  return message && rows.get(message.id);
}

function storedRow(message: Message): TimelineRow {
  const known = storedRows.get(message);
  if (known) return known;
  const row: TimelineRow = { key: message.id, message, status: "stored", outboxKey: null, error: null };
  storedRows.set(message, row);
  return row;
}

function pendingRow(item: OutboxItem, message: Message): TimelineRow {
  return { key: message.id, message, status: item.status, outboxKey: item.key, error: item.error };
}

function pendingMessage(
  item: OutboxItem,
  input: { id: MessageId; body: string; replyTo?: number | undefined; poll?: Poll | undefined },
): Message {
  const message: Message = {
    id: input.id,
    seq: 0,
    rev: 0,
    senderId: item.by,
    body: input.body,
    sentAt: item.createdAt,
  };
  return {
    ...message,
    ...(input.replyTo !== undefined && { replyTo: input.replyTo }),
    ...(item.files && { files: [...item.files] }),
    ...(item.sticker && { sticker: item.sticker }),
    ...(input.poll && { poll: input.poll }),
    ...item.copy,
  };
}

/** A row under a waiting edit or deletion. A failed send stays the row's trouble: nothing after it can succeed. */
function changedRow(row: TimelineRow, item: OutboxItem): TimelineRow {
  const message = changedMessage(row.message, item);
  if (row.status === "failed") return { ...row, message };
  return { ...row, message, status: item.status, outboxKey: item.key, error: item.error };
}

/** A reaction on its way is no trouble of the message: it looks as it will, and that is all. */
function reactedRow(
  row: TimelineRow,
  by: UserId,
  { name, input }: OutboxRequest<"reaction:add" | "reaction:remove">,
): TimelineRow {
  const message = withMine(row.message, { emoji: input.emoji, isOn: name === "reaction:add" }, by);
  return message === row.message ? row : { ...row, message };
}

function changedMessage(message: Message, item: OutboxItem): Message {
  const { request } = item;
  if (request.name === "message:edit") return { ...message, body: request.input.body, editedAt: item.createdAt };
  // A refused deletion must not hide what is still there.
  if (item.status === "failed") return message;
  const { mentions: _, reactions: _reactions, files: _files, sticker: _sticker, poll: _poll, ...rest } = message;
  const isUndo = request.name === "message:delete" && request.input.isUndo;
  return { ...rest, body: "", deletedAt: isUndo ? message.sentAt : item.createdAt };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
