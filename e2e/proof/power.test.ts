import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { cutAtRandom } from "./power/cuts.ts";
import { createDisk } from "./power/disk.ts";
import { type Operation, operationReader, readTrace, tracer } from "./power/trace.ts";
import { seeded } from "./rig/random.ts";

const hex = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");

function read(...text: string[]): Operation[] {
  const reader = operationReader("/d");
  text.forEach((line, at) => {
    reader.line(line, at);
  });
  return reader.operations;
}

describe("the trace reader", () => {
  test("reads positioned and sequential writes, seeks, truncations and syncs", () => {
    const db = `<${hex("/d/a")}>`;
    const operations = read(
      `7 openat(AT_FDCWD<${hex("/")}>, "${hex("/d/a")}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 5${db}`,
      `7 pwrite64(5${db}, "${hex("abc")}", 3, 16) = 3`,
      `7 lseek(5${db}, 100, SEEK_SET) = 100`,
      `7 write(5${db}, "${hex("de")}", 2) = 2`,
      `7 write(5${db}, "${hex("fg")}", 2) = 2`,
      `7 ftruncate(5${db}, 50) = 0`,
      `7 fdatasync(5${db}) = 0`,
      `7 unlink("${hex("/d/a")}") = 0`,
    );
    expect(operations.map(({ kind }) => kind)).toEqual([
      "create",
      "write",
      "write",
      "write",
      "truncate",
      "sync",
      "unlink",
    ]);
    expect(operations.flatMap((one) => (one.kind === "write" ? [[one.offset, one.data.toString()]] : []))).toEqual([
      [16, "abc"],
      [100, "de"],
      [102, "fg"],
    ]);
  });

  test("joins calls that another thread interrupted, and keeps where they began and ended", () => {
    const db = `<${hex("/d/a")}>`;
    const operations = read(
      `7 fdatasync(5${db} <unfinished ...>`,
      `8 pwrite64(6${db}, "${hex("x")}", 1, 0) = 1`,
      `7 <... fdatasync resumed>) = 0`,
    );
    expect(operations).toMatchObject([
      { kind: "write", at: 1, until: 1 },
      { kind: "sync", at: 0, until: 2 },
    ]);
  });

  test("finds acks in what goes out over sockets, in one buffer or several", () => {
    const id = "01234567-89ab-7def-8123-456789abcdef";
    const [ack] = read(
      `7 writev(9<${hex("socket:[5]")}>, [{iov_base="${hex("\x81\x05")}", iov_len=2}, {iov_base="${hex(`4312[{"ok":true,"data":{"id":"${id}","seq":1}}]`)}", iov_len=70}], 2) = 72`,
    );
    expect(ack).toMatchObject({ kind: "ack", ids: [id] });
  });

  test("takes no refusal for an ack", () => {
    expect(read(`7 write(9<${hex("socket:[5]")}>, "${hex('431[{"ok":false,"error":{}}]')}", 5) = 5`)).toEqual([]);
  });
});

describe("the disk", () => {
  const times = (at: number): { at: number; until: number } => ({ at, until: at });
  const operations: Operation[] = [
    { kind: "create", path: "/d/a", ...times(0) },
    { kind: "sync", path: "/d", ...times(1) },
    { kind: "write", path: "/d/a", offset: 0, data: Buffer.from("durable"), ...times(2) },
    { kind: "sync", path: "/d/a", ...times(3) },
    { kind: "write", path: "/d/a", offset: 0, data: Buffer.from("PERHAPS"), ...times(4) },
  ];
  const after = (line: number, random: () => number): string | undefined => {
    const disk = createDisk(operations);
    disk.advance(line);
    return disk.cut(random).get("/d/a")?.toString();
  };

  test("what was fsynced is there, whatever the dice say", () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(after(3, seeded(seed))).toBe("durable");
  });

  test("what was not may be there or not", () => {
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => after(4, seeded(seed))));
    expect(seen).toEqual(new Set(["durable", "PERHAPS"]));
  });

  test("a name may be missing until its folder is fsynced", () => {
    const seen = new Set(Array.from({ length: 20 }, (_, seed) => after(0, seeded(seed))));
    expect(seen).toEqual(new Set([undefined, ""]));
    expect(after(1, () => 0.99)).toBe("");
  });

  test("a sync that had not returned makes nothing durable", () => {
    const disk = createDisk([
      { kind: "create", path: "/d/a", ...times(0) },
      { kind: "sync", path: "/d", ...times(1) },
      { kind: "write", path: "/d/a", offset: 0, data: Buffer.from("x"), ...times(2) },
      { kind: "sync", path: "/d/a", at: 3, until: 9 },
    ]);
    disk.advance(8);
    expect(disk.cut(() => 0).get("/d/a")?.length).toBe(0);
    disk.advance(9);
    expect(disk.cut(() => 0).get("/d/a")?.length).toBe(1);
  });
});

describe("the whole rig, on the smallest writer", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const lostOf = (synchronous: "full" | "normal"): { lost: number; damaged: number; acked: number } => {
    const folder = mkdtempSync(join(tmpdir(), "parley-power-"));
    folders.push(folder);
    const trace = join(folder, "trace");
    const [command = "", ...args] = tracer(trace);
    const writer = join(import.meta.dirname, "power/small-writer.ts");
    execFileSync(command, [...args, process.execPath, writer, join(folder, "data"), synchronous, "120"], {
      stdio: "ignore",
    });
    const results = cutAtRandom({
      operations: readTrace(trace, join(folder, "data")),
      folder: join(folder, "data"),
      scratch: folder,
      rounds: 25,
      random: seeded(7),
      query: "select id from messages",
    });
    return {
      lost: results.filter((result) => result.lost.length > 0).length,
      damaged: results.filter((result) => result.damage !== null).length,
      acked: Math.max(...results.map((result) => result.acked)),
    };
  };

  test("synchronous=FULL loses nothing", () => {
    const full = lostOf("full");
    expect(full).toMatchObject({ lost: 0, damaged: 0 });
    expect(full.acked).toBeGreaterThan(50);
  });

  test("synchronous=NORMAL turns it red", () => {
    const normal = lostOf("normal");
    expect(normal.lost).toBeGreaterThan(10);
  });
});
