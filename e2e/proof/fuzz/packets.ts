import { pick } from "../rig/random.ts";
import { clientFrame, opcodes } from "../rig/websocket.ts";
import type { Generator } from "./inputs.ts";
import { hostileNames, hostileValue, print } from "./values.ts";

/** Bytes to be written to an open, signed-in WebSocket. */
export type Packet = Buffer;

const ackIds = ["", "", "0", "1", "7", "7", "99999999", "9007199254740993", "12345678901234567890"];

const engineTexts: readonly string[] = [
  "",
  "0",
  "1",
  "2",
  "2probe",
  "3",
  "3probe",
  "4",
  "5",
  "6",
  "7",
  "9",
  "b",
  "bAAAA",
  "x",
  "{}",
  "[]",
  "\u0000",
  "40",
  "41",
  "42",
  "43",
  "44",
  "45",
  "46",
  "47",
  "49",
  '40{"token":"x"}',
  "40/admin,",
  "40/__proto__,",
  "40/constructor,{}",
  `40/${"n".repeat(5_000)},`,
  "41/admin,",
  '42/admin,["a"]',
  "42{}",
  "42[]",
  "42[1]",
  "42[null]",
  "42[{}]",
  "42[[]]",
  '42"a"',
  '42["a"',
  '42["a"]]',
  '42-1["a"]',
  '42e5["a"]',
  "43",
  "43[]",
  "430[]",
  "431[null]",
  '4399999[{"ok":true}]',
  '43"x"',
  "44{}",
  '44"x"',
  "45",
  "450-[]",
  '451-["message:send",{"_placeholder":true,"num":0}]',
  '455-["a",{"_placeholder":true,"num":0}]',
  '4599999999999-["a"]',
  '45-1-["a"]',
  '451["a"]',
  '461-1[{"_placeholder":true,"num":0}]',
  "46-",
  '42["message:send",{"_placeholder":true,"num":0}]',
  '451-["a",{"_placeholder":true,"num":5}]',
];

const frames: readonly (() => Buffer)[] = [
  () => clientFrame(Buffer.from([0xff, 0xfe, 0xfd])),
  () => clientFrame(Buffer.from([1, 2, 3, 4]), opcodes.binary),
  () => clientFrame(Buffer.alloc(40_000, 7), opcodes.binary),
  () => clientFrame("ping", opcodes.ping),
  () => clientFrame("", opcodes.pong),
  () => clientFrame("x".repeat(200), opcodes.ping),
  () => clientFrame(Buffer.from([0x03, 0xe8]), opcodes.close),
  () => clientFrame(Buffer.from([0x00]), opcodes.close),
  () => clientFrame("a", 3),
  () => clientFrame("a", 0),
  () => clientFrame('42["a"]', 0x41),
  () => Buffer.from([0x81, 0x05, 0x34, 0x32, 0x5b, 0x31, 0x5d]),
  () => Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  () => Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  () => Buffer.from([0x01, 0x81, 0, 0, 0, 0, 0x34]),
  () => Buffer.from("GET / HTTP/1.1\r\n\r\n"),
];

const gentlePerBatch = 11;

/**
 * Batches of packets that a server must survive. Each ends with one that may well cost the connection; those before it
 * pass the framing and reach the requests.
 */
export function batchStream(random: () => number, inputs: Generator): () => Packet[] {
  const gentle = (): Packet => (random() < 0.92 ? request(inputs, random) : oddArguments(inputs, random));
  const harsh: readonly (() => Packet)[] = [
    () => named(random),
    () => named(random),
    () => clientFrame(engineTexts[pick(random, engineTexts.length)] ?? ""),
    () => clientFrame(engineTexts[pick(random, engineTexts.length)] ?? ""),
    () => garbled(request(inputs, random), random),
    () => frames[pick(random, frames.length)]?.() ?? Buffer.alloc(0),
  ];
  return () => [
    ...Array.from({ length: gentlePerBatch }, gentle),
    harsh[pick(random, harsh.length)]?.() ?? Buffer.alloc(0),
  ];
}

function ackId(random: () => number): string {
  return random() < 0.8 ? String(pick(random, 1_000)) : (ackIds[pick(random, ackIds.length)] ?? "");
}

function request(inputs: Generator, random: () => number): Packet {
  const { name, input } = inputs.next();
  return clientFrame(`42${ackId(random)}${print([name, input])}`);
}

function named(random: () => number): Packet {
  const name = hostileNames[pick(random, hostileNames.length)];
  return clientFrame(`42${ackId(random)}${print([name, hostileValue(random)])}`);
}

/** A string, a number or a second function's stand-in where the ack belongs; no input; too many inputs. */
function oddArguments(inputs: Generator, random: () => number): Packet {
  const { name, input } = inputs.next();
  const lists = [
    [name],
    [name, input, "ack"],
    [name, input, 1],
    [name, input, input],
    [name, input, {}, []],
    [name, undefined],
    [[name], input],
  ];
  return clientFrame(`42${random() < 0.5 ? ackId(random) : ""}${print(lists[pick(random, lists.length)])}`);
}

/** One byte of a good packet changed, or its end missing inside the JSON. */
function garbled(packet: Packet, random: () => number): Packet {
  const payload = Buffer.from(packet.subarray(packet.length < 132 ? 6 : packet.length < 65_544 ? 8 : 14));
  if (random() < 0.5) return clientFrame(payload.subarray(0, pick(random, payload.length)));
  payload[pick(random, payload.length)] = 32 + pick(random, 95);
  return clientFrame(payload);
}
