import type { Attempt, ClientHistory, RoomHistory, Sighting, Violation } from "./history.ts";

/**
 * Reads what every client did and saw, and answers which promises of the delivery design were broken. It knows nothing
 * of the server: the clients' records are all the evidence there is.
 */
export function check(clients: readonly ClientHistory[]): Violation[] {
  return [
    ...ackedIsPresent(clients),
    ...changesHold(clients),
    ...nothingTwice(clients),
    ...nothingUndecided(clients),
    ...oneOrder(clients),
    ...nothingRefusedOrForeign(clients),
    ...realTimeOrder(clients),
    ...ownWritesSeen(clients),
    ...noGaps(clients),
    ...deletedStaysDeleted(clients),
  ];
}

interface View {
  readonly reader: string;
  readonly room: RoomHistory;
  readonly byId: ReadonlyMap<string, Sighting>;
}

function viewsOf(clients: readonly ClientHistory[], roomId?: string): View[] {
  return clients.flatMap((client) =>
    client.views
      .filter((room) => roomId === undefined || room.roomId === roomId)
      .map((room) => ({
        reader: client.name,
        room,
        byId: new Map(room.messages.map((message) => [message.messageId, message])),
      })),
  );
}

function attemptsOf(clients: readonly ClientHistory[], action: Attempt["action"]): Attempt[] {
  return clients.flatMap((client) => client.attempts.filter((attempt) => attempt.action === action));
}

function ackedIsPresent(clients: readonly ClientHistory[]): Violation[] {
  const views = Map.groupBy(viewsOf(clients), (view) => view.room.roomId);
  const violations: Violation[] = [];
  for (const attempt of attemptsOf(clients, "send")) {
    if (attempt.outcome.kind !== "acked") continue;
    const { seq } = attempt.outcome;
    const found = views.get(attempt.roomId) ?? [];
    if (found.length === 0) violations.push({ rule: "R1", text: `nobody shows room ${attempt.roomId}` });
    for (const view of found) {
      const shown = view.byId.get(attempt.messageId);
      if (shown === undefined && seq >= view.room.fromSeq)
        violations.push({ rule: "R1", text: `${view.reader} does not show acked ${attempt.messageId} (seq ${seq})` });
      if (shown !== undefined && shown.seq !== seq)
        violations.push({
          rule: "R6",
          text: `${attempt.messageId} was acked as seq ${seq}, ${view.reader} shows ${shown.seq}`,
        });
    }
  }
  return violations;
}

/** The last acked edit is what all show; an acked delete leaves nothing of the body. */
function changesHold(clients: readonly ClientHistory[]): Violation[] {
  const violations: Violation[] = [];
  const views = viewsOf(clients);
  for (const [messageId, changes] of Map.groupBy(
    clients.flatMap((client) => client.attempts.filter((attempt) => attempt.action !== "send")),
    (attempt) => attempt.messageId,
  )) {
    const acked = changes.filter((attempt) => attempt.outcome.kind === "acked");
    const isDeleted = acked.some((attempt) => attempt.action === "delete");
    const wasMaybeDeleted = changes.some((attempt) => attempt.action === "delete");
    const last = acked.filter((attempt) => attempt.action === "edit").at(-1);
    const laterUnknown = changes.some((attempt) => attempt.outcome.kind === "unknown");
    for (const view of views) {
      const shown = view.byId.get(messageId);
      if (shown === undefined) continue;
      if (isDeleted && (!shown.isDeleted || shown.body !== ""))
        violations.push({ rule: "R15", text: `${view.reader} shows ${messageId}, whose deletion was acked` });
      if (!wasMaybeDeleted && !laterUnknown && last !== undefined && shown.body !== last.body)
        violations.push({ rule: "R1", text: `${view.reader} does not show the last acked edit of ${messageId}` });
    }
  }
  return violations;
}

function nothingTwice(clients: readonly ClientHistory[]): Violation[] {
  const violations: Violation[] = [];
  for (const view of viewsOf(clients)) {
    const ids = new Set<string>();
    const seqs = new Set<number>();
    const bodies = new Set<string>();
    for (const { messageId, seq, body, isDeleted } of view.room.messages) {
      if (ids.has(messageId)) violations.push({ rule: "R4", text: `${view.reader} shows ${messageId} twice` });
      if (seqs.has(seq)) violations.push({ rule: "R4", text: `${view.reader} shows two messages as seq ${seq}` });
      if (!isDeleted && bodies.has(body))
        violations.push({ rule: "R4", text: `${view.reader} shows “${body}” twice, under two ids` });
      ids.add(messageId);
      seqs.add(seq);
      bodies.add(body);
    }
  }
  return violations;
}

function nothingUndecided(clients: readonly ClientHistory[]): Violation[] {
  return clients.flatMap((client) =>
    client.attempts
      .filter((attempt) => attempt.outcome.kind === "unknown")
      .map((attempt) => ({
        rule: "R5" as const,
        text: `${client.name} never learned what became of ${attempt.action} ${attempt.messageId}`,
      })),
  );
}

/** Whoever ever saw a seq of a room saw the same message under it. */
function oneOrder(clients: readonly ClientHistory[]): Violation[] {
  const owner = new Map<string, string>();
  const place = new Map<string, number>();
  const violations: Violation[] = [];
  for (const client of clients) {
    for (const { roomId, seq, messageId } of [...client.sightings, ...client.views.flatMap((room) => room.messages)]) {
      const key = `${roomId} ${seq}`;
      const first = owner.get(key) ?? messageId;
      owner.set(key, first);
      if (first !== messageId)
        violations.push({ rule: "R6", text: `seq ${seq} is ${first} to one and ${messageId} to ${client.name}` });
      const firstSeq = place.get(messageId) ?? seq;
      place.set(messageId, firstSeq);
      if (firstSeq !== seq)
        violations.push({ rule: "R4", text: `${messageId} stood at seq ${firstSeq} and at ${seq} (${client.name})` });
    }
  }
  return violations;
}

function nothingRefusedOrForeign(clients: readonly ClientHistory[]): Violation[] {
  const sends = new Map(attemptsOf(clients, "send").map((attempt) => [attempt.messageId, attempt]));
  const violations: Violation[] = [];
  for (const view of viewsOf(clients)) {
    for (const { messageId, seq } of view.room.messages) {
      const attempt = sends.get(messageId);
      if (attempt === undefined)
        violations.push({ rule: "R6", text: `${view.reader} shows ${messageId} (seq ${seq}), which nobody sent` });
      else if (attempt.outcome.kind === "refused")
        violations.push({ rule: "R6", text: `${view.reader} shows ${messageId}, which was refused` });
    }
  }
  return violations;
}

/** What was acked before another was begun stands before it. */
function realTimeOrder(clients: readonly ClientHistory[]): Violation[] {
  const violations: Violation[] = [];
  const acked = attemptsOf(clients, "send").flatMap((attempt) =>
    attempt.outcome.kind === "acked" ? [{ ...attempt, seq: attempt.outcome.seq, ackedAt: attempt.outcome.at }] : [],
  );
  for (const sends of Map.groupBy(acked, (attempt) => attempt.roomId).values()) {
    let lastStart = { startedAt: Number.NEGATIVE_INFINITY, seq: 0 };
    for (const send of sends.toSorted((a, b) => a.seq - b.seq)) {
      if (send.ackedAt < lastStart.startedAt)
        violations.push({
          rule: "R7",
          text: `seq ${send.seq} was acked before seq ${lastStart.seq} was begun, and yet stands after it`,
        });
      if (send.startedAt > lastStart.startedAt) lastStart = send;
    }
  }
  return violations;
}

function ownWritesSeen(clients: readonly ClientHistory[]): Violation[] {
  return clients.flatMap((client) =>
    client.attempts
      .filter((attempt) => attempt.outcome.kind === "acked" && !attempt.outcome.isSeen)
      .map((attempt) => ({
        rule: "R8" as const,
        text: `${client.name} had ${attempt.action} ${attempt.messageId} acked and did not see it`,
      })),
  );
}

function noGaps(clients: readonly ClientHistory[]): Violation[] {
  const violations: Violation[] = [];
  for (const views of Map.groupBy(viewsOf(clients), (view) => view.room.roomId).values()) {
    const seqs = new Set(views.flatMap((view) => view.room.messages.map((message) => message.seq)));
    const last = Math.max(0, ...seqs);
    for (const view of views) {
      const own = new Set(view.room.messages.map((message) => message.seq));
      for (let seq = view.room.fromSeq; seq <= last; seq += 1) {
        if (!own.has(seq)) violations.push({ rule: "R9", text: `${view.reader} has a gap at seq ${seq} of ${last}` });
      }
    }
  }
  return violations;
}

function deletedStaysDeleted(clients: readonly ClientHistory[]): Violation[] {
  const violations: Violation[] = [];
  for (const client of clients) {
    const gone = new Set<string>();
    for (const { messageId, isDeleted, body } of client.sightings) {
      if (isDeleted) gone.add(messageId);
      if (gone.has(messageId) && (body !== "" || !isDeleted))
        violations.push({ rule: "R15", text: `${client.name} saw ${messageId} come back` });
    }
  }
  return violations;
}
