import { pick } from "../rig/random.ts";

/** JSON that no JavaScript value prints as: written into a packet as it stands. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** As JSON.stringify, but a Raw goes in verbatim, and `undefined` leaves its key out. */
export function print(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => print(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => `${JSON.stringify(key)}:${print(item)}`)
      .join(",")}}`;
  return JSON.stringify(value) ?? "null";
}

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Small ones: of the wrong type, at the edge, or known to have hurt somebody. */
const hostile: readonly unknown[] = [
  null,
  true,
  false,
  -1,
  0,
  0.5,
  1e308,
  -1e308,
  2 ** 53,
  -(2 ** 53),
  new Raw("-0"),
  new Raw("1e999"),
  new Raw("123456789012345678901234567890"),
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202egnp.exe",
  "\u200b\u200b",
  "__proto__",
  "constructor",
  "toString",
  "'; drop table messages; --",
  "%00%0a%0d",
  "../../../../etc/passwd",
  "<script>alert(1)</script>",
  "[[\u0007]]\u001b]52;c;AAAA\u0007",
  "NaN",
  "null",
  "*".repeat(2_000),
  "> ".repeat(2_000),
  "😀".repeat(1_000),
  "e\u0301\u0302\u0303".repeat(1_000),
  "a".repeat(9_000),
  [],
  [[]],
  [null],
  ["a", "a"],
  {},
  { $gt: "" },
  { $ne: null },
  { $where: "1" },
  { length: 1e9 },
  { toString: 1, valueOf: 2 },
  new Raw('{"then":"x"}'),
  { type: "Buffer", data: [1, 2, 3] },
  { _placeholder: true, num: 0 },
  { _placeholder: true, num: -1 },
  new Raw('{"__proto__":{"isAdmin":true,"role":"owner"}}'),
  new Raw('{"constructor":{"prototype":{"isAdmin":true}}}'),
  new Raw('{"a":1,"a":2}'),
  new Raw(nested(10, "[", "]")),
  new Raw(nested(17, "[", "]")),
  new Raw(nested(200, "[", "]")),
];

/** Large ones, seldom: each costs the server a parse. */
const large: readonly (() => Raw)[] = [
  () => new Raw(nested(20_000, "[", "]")),
  () => new Raw(`${'{"a":'.repeat(8_000)}1${"}".repeat(8_000)}`),
  () => new Raw(nested(400_000, "[", "]")),
  () => new Raw(JSON.stringify("x".repeat(60_000))),
  () => new Raw(JSON.stringify("x".repeat(70_000))),
  () => new Raw(`[${"1,".repeat(25_000)}1]`),
  () => new Raw(`{${Array.from({ length: 4_000 }, (_, at) => `"k${at}":1`).join(",")}}`),
];

export function hostileValue(random: () => number): unknown {
  if (random() < 0.004) return large[pick(random, large.length)]?.();
  return hostile[pick(random, hostile.length)];
}

export const hostileNames: readonly unknown[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "connection",
  "connect",
  "connect_error",
  "disconnect",
  "disconnecting",
  "error",
  "newListener",
  "removeListener",
  "message",
  "events",
  "",
  " ",
  "message:",
  ":send",
  "message:send ",
  "MESSAGE:SEND",
  "message:send\u0000",
  "x".repeat(10_240),
  null,
  0,
  -1,
  true,
  {},
  [],
  ["message:send"],
  { toString: "message:send" },
  new Raw("1e999"),
];
