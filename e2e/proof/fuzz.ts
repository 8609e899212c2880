import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { createAttacker } from "./fuzz/attacker.ts";
import { exchange, httpRequest } from "./fuzz/http.ts";
import { inputGenerator, type KnownIds } from "./fuzz/inputs.ts";
import { batchStream } from "./fuzz/packets.ts";
import { makeRoomOf, openCaller } from "./rig/crowd.ts";
import { type Account, freePort, makeAccounts, request, startParley, temporaryFolder } from "./rig/parley.ts";
import { residentBytes } from "./rig/processes.ts";
import { seeded } from "./rig/random.ts";
import { commit, machine, today, writeDocument } from "./rig/report.ts";
import { served, watchOver } from "./rig/witness.ts";

/**
 * R36: no packet kills the server. Hostile packets at the levels of WebSocket, Engine.IO, Socket.IO and HTTP, made from
 * the contract's own schemas; afterwards it is the same process, others were served all the while, memory is bounded,
 * and what the attackers had no right to is as it was. `--packets`, `--seed`, `--write`.
 */
const { values } = parseArgs({
  options: {
    packets: { type: "string", default: "20000" },
    seed: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const packetCount = Number(values.packets);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const attackers = 8;
const growthBytes = 256 * 1024 * 1024;

/** Rows that no attacker may touch, as text. */
function untouchable(data: string, innocent: { roomId: string; userIds: string[] }): string {
  const database = new DatabaseSync(join(data, "parley.db"), { readOnly: true });
  const [first = "", second = ""] = innocent.userIds;
  const rows = [
    database
      .prepare("select id, handle, name, password_hash, role, settings from users where id in (?, ?) order by id")
      .all(first, second),
    database.prepare("select id, kind, name, topic, member_count from rooms where id = ?").all(innocent.roomId),
    database
      .prepare("select user_id, role, has_left from members where room_id = ? order by user_id")
      .all(innocent.roomId),
    database
      .prepare("select count(*) as strangers from messages where room_id = ? and sender_id not in (?, ?)")
      .all(innocent.roomId, first, second),
    database
      .prepare("select id, body from messages where room_id = ? and body <> 'All is well.' order by seq")
      .all(innocent.roomId),
    database.prepare("select count(*) as owners from users where role <> 'person'").all(),
    database.prepare("select name, value from server_settings order by name").all(),
    database.prepare("pragma integrity_check").all(),
  ];
  database.close();
  return JSON.stringify(rows);
}

async function knownIds(
  port: number,
  crowd: { people: Account[]; innocent: string; userIds: string[] },
): Promise<KnownIds> {
  const rooms: string[] = [crowd.innocent];
  const messages: string[] = [];
  for (const person of crowd.people) {
    const id = newId<RoomId>(Date.now());
    const kind = rooms.length % 2 ? "public" : "private";
    await request(port, {
      name: "room:create",
      input: { id, kind, name: `den of ${person.username}` },
      token: person.token,
    });
    const messageId = newId<MessageId>(Date.now());
    await request(port, {
      name: "message:send",
      input: { id: messageId, roomId: id, body: "Mine." },
      token: person.token,
    });
    rooms.push(id);
    messages.push(messageId);
  }
  const userIds = [...crowd.people.map((person) => person.id), ...crowd.userIds];
  return new Map([
    ["roomId", rooms],
    ["roomIds", rooms],
    ["messageId", messages],
    ["userId", userIds],
    ["userIds", userIds],
    ["username", ["harbourmaster", "person0", "vandal0"]],
    ["password", ["correct horse battery staple"]],
  ]);
}

const data = temporaryFolder("fuzz");
const port = await freePort();
const server = await startParley({ data, port, env: { PARLEY_LOG: "error" } });
const { owner, people, roomId } = await makeRoomOf(port, 1);
const [victim = owner] = people;
const vandals = await makeAccounts(port, attackers, "vandal");
await request(port, {
  name: "message:send",
  input: { id: newId<MessageId>(Date.now()), roomId, body: "Untouched." },
  token: owner.token,
});
const userIds = [owner.id, victim.id];
const ids = await knownIds(port, { people: vandals, innocent: roomId, userIds });
const before = untouchable(data, { roomId, userIds });
const startBytes = residentBytes(server.pid);
const witness = watchOver(await openCaller(port, victim), roomId);

const startedAt = Date.now();
let peakBytes = startBytes;
let given = 0;
const statuses = new Map<number, number>();
const crowd = vandals.map((account) => createAttacker(port, account));
const failures: string[] = [];

async function attackAlone(at: number): Promise<void> {
  const attacker = crowd[at];
  if (attacker === undefined) return;
  const own = seeded(seed * 100 + at);
  const inputs = inputGenerator(own, ids);
  const next = batchStream(own, inputs);
  for (let turn = 0; given < packetCount; turn += 1) {
    const batch = next();
    given += batch.length;
    await attacker.attack(batch);
    if (turn % 4 === 0) {
      given += 1;
      const status = await exchange(port, httpRequest(own, inputs, attacker.token()));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    peakBytes = Math.max(peakBytes, residentBytes(server.pid));
  }
}

try {
  await Promise.all(crowd.map((_, at) => attackAlone(at)));
  await witness.stop();
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
}
for (const attacker of crowd) attacker.close();
const seconds = Math.round((Date.now() - startedAt) / 1000);
const isAlive = server.child.exitCode === null && server.child.signalCode === null;
if (!isAlive) failures.push(`the server died:\n${server.output().slice(-3000)}`);
const { p99, isGood: isServed, text: waited } = served(witness);
if (!isServed) failures.push(`a well-behaved client waited ${waited}`);
const growth = peakBytes - startBytes;
if (growth > growthBytes) failures.push(`memory grew by ${Math.round(growth / 2 ** 20)} MiB`);
if (isAlive) {
  await request(port, { name: "server:describe", input: {} }).catch((error) =>
    failures.push(`it no longer answers: ${error}`),
  );
  const threads = readFileSync(`/proc/${server.pid}/status`, "utf8").match(/Threads:\s+(\d+)/)?.[1];
  if (Number(threads) > 40) failures.push(`${threads} threads`);
}
await server.end("SIGKILL");
const after = untouchable(data, { roomId, userIds });
if (after !== before) failures.push(`rows were changed that no attacker may touch:\n${before}\n${after}`);

const sum = (key: keyof (typeof crowd)[number]["counts"]): number =>
  crowd.reduce((total, attacker) => total + attacker.counts[key], 0);
const total = sum("sent") + [...statuses.values()].reduce((a, b) => a + b, 0);
const serverErrors = statuses.get(500) ?? 0;
if (serverErrors > 0) failures.push(`${serverErrors} answers of status 500`);
if (sum("internal") > 0)
  failures.push(`${sum("internal")} refusals that the server calls its own mistake:\n${server.output().slice(-1500)}`);
if (sum("silent") > 0) failures.push(`${sum("silent")} times the server fell silent for 5 s`);
const byStatus = [...statuses]
  .toSorted(([a], [b]) => a - b)
  .map(([status, count]) => `${status === 0 ? "hung up" : status}: ${count}`);
console.log(
  `${total} packets in ${seconds} s: ${sum("answered")} answered, ${sum("refused")} refused, ${sum("hungUp")} hang-ups; HTTP ${byStatus.join(", ")}`,
);
console.log(
  `witness p99 ${p99.toFixed(1)} ms over ${witness.latencies.length} calls; memory +${Math.round(growth / 2 ** 20)} MiB; seed ${seed}`,
);
for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(failures.length === 0 ? "1 passed, 0 failed" : "0 passed, 1 failed");
if (values.write) {
  writeDocument(
    "proofs/fuzz.md",
    `# proof:fuzz

${today()}, commit ${commit()}, ${machine()}. \`npm run proof:fuzz -- --packets ${packetCount} --seed ${seed}\`, ${seconds} s.

| | |
| --- | --: |
| hostile packets and HTTP requests | ${total} |
| answered (well-formed ones get through) | ${sum("answered")} |
| refused with an error | ${sum("refused")} |
| connections that the server closed | ${sum("hungUp")} |
| HTTP answers by status | ${byStatus.join(", ")} |
| same process afterwards | ${isAlive ? "yes" : "no"} |
| calls of a well-behaved client meanwhile; p99 | ${witness.latencies.length}; ${p99.toFixed(1)} ms |
| growth of resident memory at its peak | ${Math.round(growth / 2 ** 20)} MiB |
| rows changed that no attacker may touch | ${after === before ? "none" : "some"} |
| verdict | ${failures.length === 0 ? "passed" : "failed"} |`,
  );
}
process.exit(failures.length === 0 ? 0 : 1);
