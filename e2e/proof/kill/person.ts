import { type ClientState, createClient, memoryStorage, type ParleyClient, timeline } from "@parley/client";
import type { Message, MessageId, RoomId } from "@parley/contract";
import { ParleyError } from "@parley/contract";
import type { Attempt, ClientHistory, RoomHistory, Sighting } from "../rig/history.ts";
import type { Account } from "../rig/parley.ts";
import { type ChaosProxy, createProxy } from "../rig/proxy.ts";
import { pick } from "../rig/random.ts";

/** A person at a real client behind a bad network, whose every act and sight is written down. */
export interface Person {
  readonly account: Account;
  readonly client: ParleyClient;
  readonly proxy: ChaosProxy;
  readonly resumes: { changes: number; resets: number };
  /** Begins a new record: what the rooms hold so far is not looked at again. */
  beginRound(lastSeqs: ReadonlyMap<RoomId, number>): void;
  /** Sends, edits or deletes something, as the dice say. */
  act(label: string): void;
  /** How many acts have no outcome yet. */
  undecided(): number;
  history(): ClientHistory;
  stop(): Promise<void>;
}

interface Options {
  readonly account: Account;
  readonly serverPort: number;
  readonly rooms: readonly RoomId[];
  readonly random: () => number;
}

export async function createPerson({ account, serverPort, rooms, random }: Options): Promise<Person> {
  const resumes = { changes: 0, resets: 0 };
  const proxy = await createProxy(serverPort, {
    random,
    onPacket: (payload) => {
      if (payload[1] !== 0x33) return;
      if (payload.includes('"kind":"changes"')) resumes.changes += 1;
      else if (payload.includes('"kind":"reset"')) resumes.resets += 1;
    },
  });
  const client = createClient({
    url: `http://127.0.0.1:${proxy.port}`,
    token: account.token,
    storage: memoryStorage(),
  });
  let attempts: Attempt[] = [];
  let sightings: Sighting[] = [];
  let since: ReadonlyMap<RoomId, number> = new Map();
  const seen = new Map<string, Message>();

  const look = (): void => {
    const state = client.getState();
    for (const roomId of rooms) {
      for (const message of messagesOf(state, roomId, since.get(roomId) ?? 0)) {
        if (seen.get(message.id) === message) continue;
        seen.set(message.id, message);
        sightings.push(sightingOf(roomId, message));
      }
    }
  };
  const unsubscribe = client.subscribe(look);

  const send = async (roomId: RoomId, body: string): Promise<void> => {
    const startedAt = now();
    const messageId = await client.send(roomId, body);
    const attempt: Attempt = { action: "send", roomId, messageId, body, startedAt, outcome: { kind: "unknown" } };
    attempts.push(attempt);
    try {
      const stored = await client.whenStored(messageId);
      const isSeen = timeline(client.getState(), roomId).some((row) => row.message.id === messageId);
      attempt.outcome = { kind: "acked", seq: stored.seq, at: now(), isSeen };
    } catch (error) {
      attempt.outcome = refusal(error);
    }
  };
  const change = async (action: "edit" | "delete", target: Attempt, body: string): Promise<void> => {
    const { roomId } = target;
    const messageId = target.messageId as MessageId;
    const attempt: Attempt = { action, roomId, messageId, body, startedAt: now(), outcome: { kind: "unknown" } };
    attempts.push(attempt);
    if (action === "edit") await client.edit(roomId as RoomId, messageId, body);
    else await client.remove(roomId as RoomId, messageId);
  };
  const inOutbox = (name: string, messageId: string) =>
    client
      .getState()
      .outbox.find(
        ({ request }) =>
          request.name === name &&
          (request.name === "message:send"
            ? request.input.id
            : "messageId" in request.input && request.input.messageId) === messageId,
      );
  /**
   * The outbox tells what became of edits and deletes: gone from it is done, failed is refused. A message that was
   * deleted before it was ever tried was never sent, nor was anything else that concerns it.
   */
  const settleChanges = (): void => {
    const open = attempts.filter((attempt) => attempt.outcome.kind === "unknown");
    for (const send of open.filter((attempt) => attempt.action === "send")) {
      const changes = attempts.filter((other) => other !== send && other.messageId === send.messageId);
      const isWithdrawn = changes.some((other) => other.action === "delete");
      if (!isWithdrawn || inOutbox("message:send", send.messageId)) continue;
      for (const attempt of [send, ...changes]) attempt.outcome = { kind: "refused", code: "withdrawn" };
    }
    for (const change of open) {
      if (change.action === "send" || change.outcome.kind !== "unknown") continue;
      const item = inOutbox(`message:${change.action}`, change.messageId);
      if (item === undefined) change.outcome = { kind: "acked", seq: 0, at: now(), isSeen: true };
      else if (item.status === "failed") change.outcome = { kind: "refused", code: item.error?.code ?? "unknown" };
    }
  };

  await client.start();
  await client.whenLive();
  for (const roomId of rooms) await client.openRoom(roomId, "latest");

  return {
    account,
    client,
    proxy,
    resumes,
    beginRound: (lastSeqs) => {
      attempts = [];
      sightings = [];
      seen.clear();
      since = lastSeqs;
    },
    act: (label) => {
      const changeable = attempts.filter(
        (one) =>
          one.action === "send" &&
          !attempts.some((other) => other.action === "delete" && other.messageId === one.messageId),
      );
      const target = changeable[pick(random, changeable.length)];
      const dice = random();
      const roomId = rooms[pick(random, rooms.length)];
      if (target && dice < 0.1) void change("edit", target, `${label} edited`);
      else if (target && dice < 0.16) void change("delete", target, "");
      else if (roomId) void send(roomId, label);
    },
    undecided: () => {
      if (client.getState().outbox.every((item) => item.status === "failed")) settleChanges();
      return attempts.filter((attempt) => attempt.outcome.kind === "unknown").length;
    },
    history: () => {
      look();
      const state = client.getState();
      const views: RoomHistory[] = rooms.map((roomId) => {
        const after = since.get(roomId) ?? 0;
        const messages = messagesOf(state, roomId, after).map((message) => sightingOf(roomId, message));
        return { roomId, fromSeq: after + 1, messages };
      });
      return { name: account.username, attempts, sightings, views };
    },
    stop: async () => {
      unsubscribe();
      await client.stop();
      await proxy.close();
    },
  };
}

function messagesOf(state: ClientState, roomId: RoomId, after: number): Message[] {
  return (state.rooms.get(roomId)?.window?.messages ?? []).filter((message) => message.seq > after);
}

function sightingOf(roomId: RoomId, message: Message): Sighting {
  const { seq, rev, body } = message;
  return { roomId, seq, rev, messageId: message.id, body, isDeleted: message.deletedAt !== undefined };
}

function refusal(error: unknown): Attempt["outcome"] {
  return error instanceof ParleyError ? { kind: "refused", code: error.code } : { kind: "unknown" };
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
