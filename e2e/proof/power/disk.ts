import type { Operation } from "./trace.ts";

/**
 * A disk as a power cut finds it. A byte is durable once its file was fsynced after it was written; a name once its
 * folder was. Of all else any part may be there or not: each cut rolls the dice, down to half-written sectors.
 */
export interface Disk {
  /** Carries out everything up to this line of the trace. Lines must not go back. */
  advance(until: number): void;
  /** The files after a cut now. `random` in [0, 1) decides what becomes of what is not durable. */
  cut(random: () => number): Map<string, Buffer>;
}

type FileChange = Extract<Operation, { kind: "write" | "truncate" }>;
type NameChange = Extract<Operation, { kind: "create" | "unlink" | "rename" }>;

interface File {
  content: Buffer;
  size: number;
  pending: FileChange[];
}

export function createDisk(operations: readonly Operation[]): Disk {
  // A sync counts from its end on; everything else may count from its beginning on.
  const timeline = operations
    .filter((operation) => operation.kind !== "ack")
    .map((operation) => ({ operation, position: operation.kind === "sync" ? operation.until : operation.at }))
    .toSorted((a, b) => a.position - b.position);
  const files = new Map<string, File>();
  const names = new Map<string, File>();
  let pendingNames: NameChange[] = [];
  let next = 0;

  const fileAt = (path: string): File => {
    let file = files.get(path);
    if (file === undefined) {
      file = { content: Buffer.alloc(0), size: 0, pending: [] };
      files.set(path, file);
    }
    return file;
  };
  const perform = (operation: Operation): void => {
    if (operation.kind === "sync") {
      const isFolder = pendingNames.some((change) => change.path.startsWith(`${operation.path}/`));
      if (isFolder) {
        for (const change of pendingNames.filter((one) => one.until < operation.at)) rename(names, files, change);
        pendingNames = pendingNames.filter((one) => one.until >= operation.at);
      }
      const file = files.get(operation.path);
      if (file === undefined) return;
      for (const change of file.pending.filter((one) => one.until < operation.at)) apply(file, change);
      file.pending = file.pending.filter((one) => one.until >= operation.at);
    } else if (operation.kind === "write" || operation.kind === "truncate") {
      fileAt(operation.path).pending.push(operation);
    } else if (operation.kind !== "ack") {
      pendingNames.push(operation);
      if (operation.kind === "create") files.set(operation.path, { content: Buffer.alloc(0), size: 0, pending: [] });
      if (operation.kind === "rename") files.set(operation.to, fileAt(operation.path));
    }
  };
  return {
    advance: (until) => {
      for (let step = timeline[next]; step !== undefined && step.position <= until; step = timeline[++next])
        perform(step.operation);
    },
    cut: (random) => {
      const present = new Map(names);
      for (const change of pendingNames) if (random() < 0.5) rename(present, files, change);
      const result = new Map<string, Buffer>();
      const fate = fateOf(random);
      for (const [path, file] of present) result.set(path, torn(file, fate));
      return result;
    },
  };
}

function rename(names: Map<string, File>, files: ReadonlyMap<string, File>, change: NameChange): void {
  if (change.kind === "create") {
    const file = files.get(change.path);
    if (file) names.set(change.path, file);
    return;
  }
  const file = names.get(change.path);
  names.delete(change.path);
  if (change.kind === "rename" && file) names.set(change.to, file);
}

function apply(file: File, change: FileChange): void {
  if (change.kind === "truncate") {
    if (change.size < file.size) file.content.fill(0, change.size, file.size);
    grow(file, change.size);
    file.size = change.size;
    return;
  }
  put(file, change.offset, change.data);
}

function put(file: File, offset: number, data: Buffer): void {
  grow(file, offset + data.length);
  data.copy(file.content, offset);
  file.size = Math.max(file.size, offset + data.length);
}

function grow(file: File, size: number): void {
  if (size <= file.content.length) return;
  const larger = Buffer.alloc(Math.max(size, file.content.length * 2, 65_536));
  file.content.copy(larger, 0, 0, file.size);
  file.content = larger;
}

/** Decides of the `index`-th of `count` pending changes which sectors arrive. */
interface Fate {
  readonly sectorBytes: number;
  arrives(index: number, count: number): boolean;
}

/**
 * Four kinds of cut: nothing more arrived; everything had; sectors arrived at random; the first changes arrived whole
 * and the rest not, as an ordered journal would leave it.
 */
function fateOf(random: () => number): Fate {
  const kind = Math.floor(random() * 6);
  const sectorBytes = random() < 0.5 ? 512 : 4096;
  const share = random();
  if (kind === 0) return { sectorBytes, arrives: () => false };
  if (kind === 1) return { sectorBytes, arrives: () => true };
  if (kind === 2) return { sectorBytes: Number.MAX_SAFE_INTEGER, arrives: (index, count) => index < share * count };
  return { sectorBytes, arrives: () => random() < share };
}

function torn(file: File, fate: Fate): Buffer {
  const copy: File = { content: Buffer.from(file.content.subarray(0, file.size)), size: file.size, pending: [] };
  for (const [index, change] of file.pending.entries()) {
    if (change.kind === "truncate") {
      if (fate.arrives(index, file.pending.length)) apply(copy, change);
      continue;
    }
    for (let from = 0; from < change.data.length; ) {
      const boundary = (Math.floor((change.offset + from) / fate.sectorBytes) + 1) * fate.sectorBytes - change.offset;
      const to = Math.min(change.data.length, boundary);
      if (fate.arrives(index, file.pending.length)) put(copy, change.offset + from, change.data.subarray(from, to));
      from = to;
    }
  }
  return copy.content.subarray(0, copy.size);
}
