import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What one traced program did to files under one folder, and what it told the world, in the order of the trace. */
export type Operation =
  | {
      readonly kind: "write";
      readonly path: string;
      readonly offset: number;
      readonly data: Buffer;
      readonly at: number;
      readonly until: number;
    }
  | {
      readonly kind: "truncate";
      readonly path: string;
      readonly size: number;
      readonly at: number;
      readonly until: number;
    }
  | { readonly kind: "create" | "unlink"; readonly path: string; readonly at: number; readonly until: number }
  | { readonly kind: "rename"; readonly path: string; readonly to: string; readonly at: number; readonly until: number }
  /** `fsync` or `fdatasync` of a file or a folder. */
  | { readonly kind: "sync"; readonly path: string; readonly at: number; readonly until: number }
  /** Ids of messages whose acks left the program with this write. */
  | { readonly kind: "ack"; readonly ids: readonly string[]; readonly at: number; readonly until: number };

/** The tracer and its options; the program follows. Only calls that can change a file or tell the world are stopped at. */
export function tracer(output: string): string[] {
  const calls =
    "openat,open,creat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,ftruncate,truncate," +
    "fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2";
  return [
    "strace",
    "-f",
    "--seccomp-bpf",
    "-qq",
    "-y",
    "-xx",
    "-s",
    "4000000",
    "-e",
    `trace=${calls}`,
    "-e",
    "signal=none",
    "-o",
    output,
  ];
}

const ackPattern = /43\d+\[\{"ok":true,"data":\{[^{}]*?"id":"([0-9a-f-]{36})"/g;

/**
 * Reads a trace. `at` and `until` are the numbers of the lines on which a call began and ended: with several threads
 * other calls may stand between them. A call that never ended is left out if it is a sync, and counted otherwise.
 */
export function readTrace(file: string, folder: string): Operation[] {
  const reader = operationReader(folder);
  let at = 0;
  for (const line of lines(file)) reader.line(line, at++);
  return reader.operations.toSorted((a, b) => a.at - b.at);
}

interface Call {
  readonly name: string;
  readonly text: string;
  readonly result: string;
  readonly at: number;
  readonly until: number;
}

/** The reader behind {@link readTrace}, line by line. */
export function operationReader(folder: string): {
  line(text: string, at: number): void;
  readonly operations: Operation[];
} {
  const operations: Operation[] = [];
  const positions = new Map<string, number>();
  const known = new Set<string>();
  const unfinished = new Map<string, { text: string; at: number }>();
  const inside = (path: string): boolean => path === folder || path.startsWith(`${folder}/`);

  const writeOf = (call: Call): void => {
    const fd = fdOf(call.text);
    const data = dataOf(call.text);
    if (!inside(fd.path)) {
      const ids = [...data.toString("latin1").matchAll(ackPattern)].map((match) => match[1] ?? "");
      if (ids.length > 0) operations.push({ kind: "ack", ids, at: call.at, until: call.until });
      return;
    }
    const written = Number.parseInt(call.result, 10);
    const isPositioned = call.name.startsWith("pwrite");
    const offset = isPositioned ? Number(call.text.match(/, (\d+)$/)?.[1]) : (positions.get(fd.number) ?? 0);
    if (!(written > 0)) return;
    if (!isPositioned) positions.set(fd.number, offset + written);
    operations.push({
      kind: "write",
      path: fd.path,
      offset,
      data: data.subarray(0, written),
      at: call.at,
      until: call.until,
    });
  };
  const openOf = (call: Call): void => {
    const opened = call.result.match(/^(\d+)<(.*)>$/);
    if (!opened) return;
    const path = unhex(opened[2] ?? "").toString("utf8");
    positions.set(opened[1] ?? "", 0);
    if (!inside(path)) return;
    const times = { at: call.at, until: call.until };
    if (call.text.includes("O_CREAT") && !known.has(path)) operations.push({ kind: "create", path, ...times });
    if (call.text.includes("O_TRUNC") && known.has(path))
      operations.push({ kind: "truncate", path, size: 0, ...times });
    known.add(path);
  };
  const nameOf = (call: Call): void => {
    const [path = "", to = ""] = [...call.text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map((match) =>
      unhex(match[1] ?? "").toString("utf8"),
    );
    if (!call.result.startsWith("0") || !inside(path)) return;
    known.delete(path);
    if (call.name.startsWith("unlink")) operations.push({ kind: "unlink", path, at: call.at, until: call.until });
    else {
      known.add(to);
      operations.push({ kind: "rename", path, to, at: call.at, until: call.until });
    }
  };
  const fileOf = (call: Call): void => {
    const { number, path } = fdOf(call.text);
    if (call.name === "close") positions.delete(number);
    else if (call.name === "lseek") positions.set(number, Number.parseInt(call.result, 10));
    else if (!inside(path) || !call.result.startsWith("0")) return;
    else if (call.name === "ftruncate") {
      const size = Number(call.text.match(/, (\d+)$/)?.[1]);
      operations.push({ kind: "truncate", path, size, at: call.at, until: call.until });
    } else if (call.name === "fsync" || call.name === "fdatasync")
      operations.push({ kind: "sync", path, at: call.at, until: call.until });
  };
  const take = (call: Call): void => {
    if (/^(p?writev?2?|pwrite64|send)/.test(call.name)) writeOf(call);
    else if (/^(open|creat)/.test(call.name)) openOf(call);
    else if (/^(unlink|rename)/.test(call.name)) nameOf(call);
    else fileOf(call);
  };
  const line = (text: string, at: number): void => {
    const start = text.match(/^(\d+)\s+/);
    const thread = start?.[1] ?? "";
    const rest = text.slice(start?.[0].length ?? 0);
    const resumed = rest.match(/^<\.\.\. \w+ resumed>\s?/);
    const began = resumed ? unfinished.get(thread) : undefined;
    unfinished.delete(thread);
    if (rest.endsWith("<unfinished ...>")) {
      unfinished.set(thread, { text: rest.slice(0, -"<unfinished ...>".length).trimEnd(), at });
      return;
    }
    const whole = resumed ? (began?.text ?? "") + rest.slice(resumed[0].length) : rest;
    const name = whole.match(/^(\w+)\(/)?.[1];
    const end = whole.lastIndexOf(") = ");
    const close = end === -1 ? whole.search(/\)\s+= [^)]*$/) : end;
    if (name === undefined || close === -1) return;
    const result = whole.slice(close + 1).replace(/^\s*= /, "");
    take({ name, text: whole.slice(name.length + 1, close), result, at: began?.at ?? at, until: at });
  };
  return { line, operations };
}

function fdOf(text: string): { number: string; path: string } {
  const match = text.match(/^(\d+)<([^>]*)>/);
  return { number: match?.[1] ?? "", path: unhex(match?.[2] ?? "").toString("utf8") };
}

/** All string arguments of a call, joined: the one buffer of `write`, or the parts of `writev`. */
function dataOf(text: string): Buffer {
  const parts: Buffer[] = [];
  for (let start = text.indexOf('"'); start !== -1; ) {
    const end = text.indexOf('"', start + 1);
    parts.push(unhex(text.slice(start + 1, end)));
    start = text.indexOf('"', end + 1);
  }
  return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
}

/** `\x41\x42` → bytes. Text that is not written so, such as `socket:[1]`, stays as it is. */
function unhex(text: string): Buffer {
  return text.startsWith("\\x") ? Buffer.from(text.replaceAll("\\x", ""), "hex") : Buffer.from(text);
}

/** A file's lines, without holding the file. */
function* lines(file: string): Generator<string> {
  const handle = openSync(file, "r");
  const size = fstatSync(handle).size;
  const chunk = Buffer.alloc(4 * 1024 * 1024);
  let rest = "";
  for (let at = 0; at < size; ) {
    const length = readSync(handle, chunk, 0, chunk.length, at);
    at += length;
    const parts = (rest + chunk.toString("latin1", 0, length)).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  closeSync(handle);
  if (rest !== "") yield rest;
}
