/** A JPEG with nothing in it but the picture, or why not, in words for the person who chose it. */
export type BareJpeg =
  | { readonly ok: true; readonly image: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Progressive pictures have about ten scans; each costs whoever looks at it a pass over all pixels. */
const mostScans = 32;

/** Markers of ITU-T T.81, table B.1. */
const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  huffmanTables: 0xc4,
  quantizationTables: 0xdb,
  restartInterval: 0xdd,
  startOfScan: 0xda,
  comment: 0xfe,
  adobe: 0xee,
} as const;

/** Baseline, extended and progressive, all with Huffman codes: what every browser draws. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

const broken = { ok: false, reason: "This is not a JPEG picture." } as const;

interface Segment {
  readonly code: number;
  /** After the length. */
  readonly payload: Uint8Array;
  /** Where the next marker, or the coded picture, begins. */
  readonly next: number;
}

/** What was seen of the picture so far. */
interface Reading {
  readonly kept: Uint8Array[];
  hasFrame: boolean;
  scans: number;
}

/**
 * Takes a square JPEG of up to `most` pixels apart and puts together what decoding needs: no Exif, no position, no
 * thumbnail, no comment, no colour profile, nothing behind its end. Anything out of the ordinary is refused.
 */
export function bareJpeg(bytes: Uint8Array, most: number): BareJpeg {
  if (bytes[0] !== 0xff || bytes[1] !== marker.startOfImage) return broken;
  const reading: Reading = { kept: [bytes.subarray(0, 2)], hasFrame: false, scans: 0 };
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (bytes[at] === 0xff && bytes[at + 1] === marker.endOfImage) return finished(reading);
    const segment = segmentAt(bytes, at);
    if (segment === null) return broken;
    const refusal = read(reading, segment, most);
    if (refusal !== null) return refusal;
    at = segment.next;
    if (segment.code === marker.startOfScan) {
      const end = endOfScan(bytes, at);
      reading.kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
}

function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  const code = bytes[at + 1];
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  const next = at + 2 + length;
  if (bytes[at] !== 0xff || code === undefined || length < 2 || next > bytes.length) return null;
  return { code, payload: bytes.subarray(at + 4, next), next };
}

function read(reading: Reading, { code, payload }: Segment, most: number): BareJpeg | null {
  const keep = (kept: Uint8Array = payload) => reading.kept.push(segmentOf(code, kept));
  if (frames.has(code)) {
    const refusal = reading.hasFrame ? broken : faultOfFrame(payload, most);
    reading.hasFrame = true;
    keep();
    return refusal;
  }
  if (code === marker.startOfScan) {
    reading.scans += 1;
    keep();
    return reading.hasFrame && reading.scans <= mostScans && payload.length === 4 + 2 * (payload[0] ?? 0)
      ? null
      : broken;
  }
  if (code === marker.quantizationTables || code === marker.huffmanTables) {
    keep();
    return areWhole(payload, code === marker.huffmanTables ? huffmanLength : quantizationLength) ? null : broken;
  }
  if (code === marker.restartInterval) {
    keep();
    return payload.length === 2 ? null : broken;
  }
  if (code === marker.adobe && payload.length === 12 && latin(payload.subarray(0, 5)) === "Adobe") {
    // Tells how the colours are meant; of its twelve bytes only the last does.
    keep(Uint8Array.from([...payload.subarray(0, 5), 0, 100, 0, 0, 0, 0, payload[11] ?? 0]));
    return null;
  }
  const isBeside = code === marker.comment || (code >= 0xe0 && code <= 0xef);
  return isBeside ? null : broken;
}

function faultOfFrame(payload: Uint8Array, most: number): BareJpeg | null {
  const [precision = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, components = 0] = payload;
  const height = (h1 << 8) | h0;
  const width = (w1 << 8) | w0;
  if (precision !== 8 || (components !== 1 && components !== 3) || payload.length !== 6 + 3 * components) return broken;
  if (width === 0 || width !== height) return { ok: false, reason: "The picture must be square." };
  if (width > most) return { ok: false, reason: `The picture can have at most ${most} × ${most} pixels.` };
  return null;
}

/** Whether tables, each as long as its beginning says, fill the payload exactly: there is no room for anything else. */
function areWhole(payload: Uint8Array, lengthAt: (payload: Uint8Array, at: number) => number): boolean {
  let at = 0;
  while (at < payload.length) at += lengthAt(payload, at);
  return at === payload.length && at > 0;
}

function quantizationLength(payload: Uint8Array, at: number): number {
  return 1 + ((payload[at] ?? 0) > 0x0f ? 128 : 64);
}

function huffmanLength(payload: Uint8Array, at: number): number {
  let codes = 0;
  for (const count of payload.subarray(at + 1, at + 17)) codes += count;
  return 17 + codes;
}

/** The next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isMarker = bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7);
    if (isMarker) return at;
    at += 1;
  }
  return at;
}

function finished({ kept, scans }: Reading): BareJpeg {
  if (scans === 0) return broken;
  return { ok: true, image: Buffer.concat([...kept, Uint8Array.of(0xff, marker.endOfImage)]) };
}

function segmentOf(code: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, code, length >> 8, length & 0xff), payload]);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
