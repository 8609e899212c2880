/** Elements of EBML and Matroska (RFC 8794, RFC 9559). */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Nanoseconds of a tick where nothing is said of it. */
const USUAL_SCALE = 1_000_000;
/** Somewhere in the first bytes it must be. */
const HEAD_BYTES = 4_096;

/**
 * The same recording with its duration said. Browsers write WebM as it comes, when they do not know how long it will be,
 * and Firefox does not seek in what has no end. What is anything else comes back as it is.
 */
export async function withDuration(recording: Blob, durationMs: number): Promise<Blob> {
  if (!recording.type.endsWith("/webm")) return recording;
  const head = new Uint8Array(await recording.slice(0, HEAD_BYTES).arrayBuffer());
  const said = headWithDuration(head, durationMs);
  return said === null ? recording : new Blob([said, recording.slice(head.length)], { type: recording.type });
}

/** Null where there is nothing to be mended, or nothing that is understood. */
export function headWithDuration(head: Uint8Array, durationMs: number): Uint8Array<ArrayBuffer> | null {
  // Of a segment with a size, more would have to be changed.
  const segment = elementsOf(head, 0, head.length).find(({ id }) => id === SEGMENT);
  if (segment === undefined || segment.size !== null) return null;
  const elements = elementsOf(head, segment.from, head.length);
  const at = elements.findIndex(({ id }) => id === INFO);
  const info = elements[at];
  if (info === undefined || info.size === null || info.from + info.size > head.length) return null;
  const parts = elementsOf(head, info.from, info.from + info.size);
  const value = durationMs / tickMsOf(head, parts);
  const known = parts.find(({ id }) => id === DURATION);
  if (known) return withValue(head, known, value);
  // Nor is anything moved that a table before it points to.
  return elements.slice(0, at).some(({ size }) => size !== 0) ? null : withMore(head, info, value);
}

function tickMsOf(head: Uint8Array, parts: readonly Element[]): number {
  const scale = parts.find(({ id }) => id === TIMESTAMP_SCALE);
  return (scale ? wholeNumber(contentOf(head, scale)) : USUAL_SCALE) / 1_000_000;
}

/** Firefox leaves a place for it, with a duration of nothing. */
function withValue(head: Uint8Array, duration: Element, value: number): Uint8Array<ArrayBuffer> | null {
  const whole = new Uint8Array(head);
  const content = contentOf(whole, duration);
  if (content.some((byte) => byte !== 0)) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  if (content.length === 8) view.setFloat64(0, value);
  else if (content.length === 4) view.setFloat32(0, value);
  else return null;
  return whole;
}

function withMore(head: Uint8Array, info: Element, value: number): Uint8Array<ArrayBuffer> {
  const duration = new Uint8Array([0x44, 0x89, 0x88, 0, 0, 0, 0, 0, 0, 0, 0]);
  new DataView(duration.buffer).setFloat64(3, value);
  const content = contentOf(head, info);
  const size = sized(content.length + duration.length);
  const rest = head.subarray(info.from + content.length);
  return joined([head.subarray(0, info.sizeAt), size, content, duration, rest]);
}

interface Element {
  id: number;
  /** Where its size is written, and where its content begins. */
  sizeAt: number;
  from: number;
  /** Null if it is not said. */
  size: number | null;
}

/** Elements one after the other, as far as they are there. */
function elementsOf(bytes: Uint8Array, from: number, until: number): Element[] {
  const elements: Element[] = [];
  let at = from;
  while (at < until) {
    const idLength = lengthAt(bytes, at);
    const sizeAt = at + idLength;
    const sizeLength = lengthAt(bytes, sizeAt);
    if (idLength > 4 || sizeAt + sizeLength > until) break;
    const id = wholeNumber(bytes.subarray(at, sizeAt));
    const size = sizeIn(bytes.subarray(sizeAt, sizeAt + sizeLength));
    elements.push({ id, sizeAt, from: sizeAt + sizeLength, size });
    if (size === null) break;
    at = sizeAt + sizeLength + size;
  }
  return elements;
}

/** How many bytes a number takes, as its first one says. */
function lengthAt(bytes: Uint8Array, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

/** Without the bit that says how long it is. All other bits set mean that nobody knew. */
function sizeIn([first = 0, ...rest]: Uint8Array): number | null {
  const mask = 0xff >> (rest.length + 1);
  if ((first & mask) === mask && rest.every((byte) => byte === 0xff)) return null;
  return wholeNumber([first & mask, ...rest]);
}

function contentOf(bytes: Uint8Array, { from, size }: Element): Uint8Array {
  return bytes.subarray(from, from + (size ?? 0));
}

function wholeNumber(bytes: Iterable<number>): number {
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** A size in four bytes. */
function sized(size: number): Uint8Array {
  return new Uint8Array([0x10 | (size >>> 24), size >>> 16, size >>> 8, size]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
