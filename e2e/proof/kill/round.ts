import { ParleyError, type RoomId } from "@parley/contract";
import { check } from "../rig/checker.ts";
import type { ClientHistory, Sighting, Violation } from "../rig/history.ts";
import { request } from "../rig/parley.ts";
import { noFaults } from "../rig/proxy.ts";
import { pick } from "../rig/random.ts";
import { pause, until } from "../rig/waiting.ts";
import { disturb, type World } from "./world.ts";

export interface RoundResult {
  readonly violations: readonly Violation[];
  readonly acked: number;
  /** Codes of the refusals; `withdrawn` was deleted by its sender before it was ever tried. */
  readonly refusals: readonly string[];
  readonly acksDropped: number;
  readonly cuts: number;
}

/** People talk, connections break, the server dies and comes back; then everything must be as promised. */
export async function playRound(world: World, round: number, random: () => number): Promise<RoundResult> {
  const since = await lastSeqs(world);
  const before = countFaults(world);
  for (const person of world.people) {
    person.beginRound(since);
    if (random() < 0.4) person.proxy.set({ dropAcks: 0.3 });
  }
  const talk = startTalking(world, round, random);
  await pause(150 + pick(random, 700));
  await world.killServer();
  await pause(pick(random, 250));
  await world.restart();
  await pause(100 + pick(random, 300));
  talk.stop();
  for (const person of world.people) {
    person.proxy.set(noFaults);
    person.proxy.cut("reset");
  }
  await until(() => world.people.every((person) => person.undecided() === 0), world.settleMs);
  const truth = await serverHistory(world, since);
  await until(() => world.people.every((person) => isLevel(person.history(), truth)), world.settleMs);
  const histories = [...world.people.map((person) => person.history()), truth];
  const outcomes = histories.flatMap((history) => history.attempts.map((attempt) => attempt.outcome));
  const after = countFaults(world);
  return {
    violations: [...check(histories), ...(await outsiderSees(world))],
    acked: outcomes.filter((outcome) => outcome.kind === "acked").length,
    refusals: outcomes.flatMap((outcome) => (outcome.kind === "refused" ? [outcome.code] : [])),
    acksDropped: after.acksDropped - before.acksDropped,
    cuts: after.cuts - before.cuts,
  };
}

function startTalking(world: World, round: number, random: () => number): { stop(): void } {
  let count = 0;
  const timers = world.people.map((person) =>
    setInterval(() => {
      count += 1;
      person.act(`${person.account.username} round ${round} number ${count}`);
      if (random() < 0.08) disturb(person, random);
    }, 20 + pick(random, 20)),
  );
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** The rooms as the server tells somebody who was not there: one more reader, and the one who reads everything. */
async function serverHistory(world: World, since: ReadonlyMap<RoomId, number>): Promise<ClientHistory> {
  const views = [];
  for (const roomId of world.rooms) {
    const messages: Sighting[] = [];
    const first = since.get(roomId) ?? 0;
    for (let seq = first, isEnd = false; !isEnd; ) {
      const page = await request(world.port, {
        name: "message:history",
        input: { roomId, from: { edge: "after", seq }, limit: 200 },
        token: world.owner.token,
      });
      for (const { id, seq: at, rev, body, deletedAt } of page.messages)
        messages.push({ roomId, seq: at, rev, messageId: id, body, isDeleted: deletedAt !== undefined });
      seq = page.messages.at(-1)?.seq ?? seq;
      isEnd = page.isEnd || page.messages.length === 0;
    }
    views.push({ roomId, fromSeq: first + 1, messages });
  }
  return { name: "the server's history", attempts: [], sightings: [], views };
}

async function lastSeqs(world: World): Promise<Map<RoomId, number>> {
  const snapshot = await request(world.port, { name: "sync:open", input: {}, token: world.owner.token });
  return new Map(snapshot.rooms.map((state) => [state.room.id, state.lastSeq]));
}

/** Whether a reader has caught up with the server, so that what it shows may be judged. */
function isLevel(reader: ClientHistory, truth: ClientHistory): boolean {
  return reader.views.every((view) => {
    const real = truth.views.find((one) => one.roomId === view.roomId)?.messages ?? [];
    return (
      real.length === view.messages.length &&
      real.every((message, at) => {
        const own = view.messages[at];
        return own?.messageId === message.messageId && own.body === message.body;
      })
    );
  });
}

/** Somebody who was taken out asks for what they missed. */
async function outsiderSees(world: World): Promise<Violation[]> {
  const [roomId] = world.rooms;
  if (roomId === undefined) return [];
  try {
    await request(world.port, { name: "sync:room", input: { roomId, sinceRev: 1 }, token: world.exMember.token });
    return [{ rule: "R12", text: "a removed member was told what happened in the room since" }];
  } catch (error) {
    const isRightly = error instanceof ParleyError && error.code === "not_found";
    return isRightly ? [] : [{ rule: "R12", text: `a removed member was refused wrongly: ${error}` }];
  }
}

function countFaults(world: World): { acksDropped: number; cuts: number } {
  return {
    acksDropped: world.people.reduce((sum, person) => sum + person.proxy.counts.acksDropped, 0),
    cuts: world.people.reduce((sum, person) => sum + person.proxy.counts.cuts, 0),
  };
}
