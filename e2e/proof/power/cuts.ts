import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDisk } from "./disk.ts";
import type { Operation } from "./trace.ts";

/** What was found after one cut. */
export interface CutResult {
  readonly line: number;
  readonly acked: number;
  /** Ids acked before the cut that are not in the database after it. */
  readonly lost: readonly string[];
  /** What SQLite said is wrong with the file, or why it would not open. */
  readonly damage: string | null;
}

export interface CutOptions {
  readonly operations: readonly Operation[];
  /** The traced program's data folder, whose paths stand in the trace. */
  readonly folder: string;
  /** Where the cut-off copies are laid out. */
  readonly scratch: string;
  readonly rounds: number;
  readonly random: () => number;
  readonly query: string;
}

/**
 * Cuts the power at `rounds` random moments after the first ack, and opens what is left. The shared-memory index of the
 * WAL is no part of it: SQLite rebuilds it, and nobody ever fsyncs it.
 */
export function cutAtRandom(options: CutOptions): CutResult[] {
  const { operations, random } = options;
  const acks = operations.filter((operation) => operation.kind === "ack");
  const first = acks[0]?.at ?? 0;
  const last = operations.at(-1)?.until ?? 0;
  const moments = Array.from({ length: options.rounds }, () => first + Math.floor(random() * (last - first + 1)));
  const disk = createDisk(operations);
  return moments
    .toSorted((a, b) => a - b)
    .map((line, round) => {
      disk.advance(line);
      const acked = acks.filter((ack) => ack.at <= line).flatMap((ack) => ack.ids);
      const target = join(options.scratch, `cut-${round}`);
      layOut(disk.cut(random), options.folder, target);
      const found = open(target, options.query);
      rmSync(target, { recursive: true, force: true });
      const lost = found.ids === null ? acked : acked.filter((id) => !found.ids?.has(id));
      return { line, acked: acked.length, lost, damage: found.damage };
    });
}

function layOut(files: ReadonlyMap<string, Buffer>, folder: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const [path, content] of files) {
    if (path.endsWith("-shm")) continue;
    const place = join(target, relative(folder, path));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}

function open(folder: string, query: string): { ids: Set<string> | null; damage: string | null } {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, "parley.db"));
    const verdict = database
      .prepare("pragma integrity_check")
      .all()
      .map((row) => String(row.integrity_check));
    const ids = new Set(
      database
        .prepare(query)
        .all()
        .map((row) => String(row.id)),
    );
    return { ids, damage: verdict.join() === "ok" ? null : verdict.slice(0, 3).join("; ") };
  } catch (error) {
    return { ids: null, damage: `${basename(folder)}: ${error instanceof Error ? error.message : error}` };
  } finally {
    database?.close();
  }
}
