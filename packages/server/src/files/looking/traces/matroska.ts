import type { Patch } from "./patch.ts";

/** Names of elements (RFC 9559). */
const segment = 0x18538067;
const tags = 0x1254c367;
const nothing = 0xec;

interface Element {
  readonly id: number;
  readonly body: number;
  /** Null for one that was written before anybody knew how long it would be. */
  readonly end: number | null;
}

/** Overwrites what a WebM or Matroska film says of itself, its place among it. */
export async function cleanMatroska(patch: Patch): Promise<void> {
  for (let at = 0; at < patch.size; ) {
    const { id, body, end } = await elementAt(patch, at);
    if (id === tags && end !== null) await blankElement(patch, at, Math.min(end, patch.size));
    at = id === segment || end === null ? body : end;
  }
}

async function elementAt(patch: Patch, at: number): Promise<Element> {
  const idBytes = lengthOf(await patch.number(at, 1));
  const first = await patch.number(at + idBytes, 1);
  const sizeBytes = lengthOf(first);
  if (idBytes > 4) throw new RangeError("There is no element here.");
  const body = at + idBytes + sizeBytes;
  // The bits after the first one that is set; all of them set is "not known".
  let size = first & (0xff >> sizeBytes);
  let isKnown = size !== 0xff >> sizeBytes;
  for (let next = at + idBytes + 1; next < body; next += 1) {
    const byte = await patch.number(next, 1);
    isKnown ||= byte !== 0xff;
    size = size * 256 + byte;
  }
  return { id: await patch.number(at, idBytes), body, end: isKnown ? body + size : null };
}

/** How many bytes a number has, by its first one. */
function lengthOf(first: number): number {
  if (first === 0) throw new RangeError("There is no element here.");
  return Math.clz32(first) - 23;
}

/** Makes nothing of it, of the same length. What makes it that comes last. */
async function blankElement(patch: Patch, from: number, to: number): Promise<void> {
  const head = Buffer.alloc(9);
  head.writeBigUInt64BE(2n ** 56n + BigInt(Math.max(0, to - from - head.length)), 1);
  head[0] = nothing;
  await patch.blank({ from: from + head.length, to });
  if (to - from >= head.length) await patch.write(from, head);
  else await patch.blank({ from: from + 5, to });
}
