/** Packets that no client of ours would send. Whatever they are, the server lives, and nobody else notices. */
import { limits, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
let anna: Person;
let bystander: Witness;
let data: TestData;
let roomId: RoomId;
beforeAll(async () => {
  [anna] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Target");
  bystander = await anna.connect();
  data = await openData(server);
});
afterAll(async () => {
  bystander.close();
  await data.close();
  await server.stop();
});

const message = () => ({ id: newId(Date.now()), roomId, body: "Hello" });

/** Sends raw text, as engine.io frames it, on a connection of its own. */
async function sendRaw(...packets: string[]): Promise<Witness> {
  const witness = await anna.connect();
  const { engine } = witness.socket.io;
  for (const packet of packets) engine.write(packet);
  return witness;
}

async function nothingHappened(before: string): Promise<void> {
  await bystander.barrier();
  expect(bystander.batches).toEqual([]);
  expect(await data.digest()).toBe(before);
  expect(server.log.filter((line) => line.level === "error")).toEqual([]);
}

test.each([
  ["a request without an acknowledgement", () => [`2${JSON.stringify(["message:send", message()])}`]],
  ["a text as acknowledgement", () => [`21${JSON.stringify(["message:send", message(), "ack"])}`]],
  ["two inputs", () => [`21${JSON.stringify(["message:send", message(), message()])}`]],
  ["no input", () => [`21["message:send"]`]],
  [
    "null, numbers and lists as input",
    () => [`21["message:send",null]`, `22["message:send",5]`, `23["message:send",[[]]]`],
  ],
  [
    "names of the language",
    () => ["__proto__", "constructor", "toString", "connection", ""].map((name) => `21["${name}",{}]`),
  ],
  ["a name of ten kilobytes", () => [`21["${"x".repeat(10_000)}",{}]`]],
  ["a name that is no text", () => [`21[5,{}]`, `22[{"a":1},{}]`, `23[null,{}]`]],
  ["prototype keys", () => [`21["message:send",{"__proto__":{"body":"x"},"constructor":1}]`]],
  ["deep nesting", () => [`21["message:send",${"[".repeat(30_000)}${"]".repeat(30_000)}]`]],
  ["a reserved event", () => [`21["disconnect"]`]],
  ["no packet at all", () => ["x", "9", "2{", "2[", "4[]"]],
  ["an unknown namespace", () => ["0/admin,"]],
  ["binary that never comes", () => [`51-21["message:send",{"_placeholder":true,"num":0}]`]],
  ["more binary than announced", () => [`59999-["x",{"_placeholder":true,"num":0}]`]],
  ["an answer to what was not asked", () => [`31[{}]`]],
])("%s", async (_, packets) => {
  const before = await data.digest();
  const witness = await sendRaw(...packets());
  // Either it is still of use, or the server has ended it; nothing else.
  await witness.call("sync:check", { rooms: [] }).catch(() => witness.untilClosed());
  await nothingHappened(before);
  witness.close();
});

test("a packet over the size ends its own connection only", async () => {
  const before = await data.digest();
  const witness = await sendRaw(`21["message:send",{"body":"${"x".repeat(limits.packetBytes)}"}]`);
  await witness.untilClosed();
  await nothingHappened(before);
});

test("an unknown request, on both ways, does not exist", async () => {
  const refused = { ok: false, error: { code: "not_found", message: "There is no such request." } };
  for (const name of ["no:such", "message", "__proto__", "message:send:x"]) {
    expect(await bystander.socket.emitWithAck(name, {})).toEqual(refused);
    expect(await anna.ask(name as "sync:open", {})).toMatchObject({ ok: false });
  }
});

test("wrong types for every field are refused with the field's name", async () => {
  for (const [field, wrong] of Object.entries({ id: 5, roomId: {}, body: ["x"], replyTo: "1" })) {
    const reply = await bystander.call("message:send", { ...message(), [field]: wrong });
    expect(reply).toMatchObject({ ok: false, error: { code: "invalid", field } });
  }
});
