/** JPEG pictures made by hand: grey all over, and as odd as a test wants them. */

export interface Picture {
  width?: number;
  height?: number;
  /** Marker of the frame: baseline unless told. */
  frame?: number;
  components?: number;
  /** Put in after the start. */
  extra?: readonly Uint8Array[];
  /** Put behind the end. */
  tail?: Uint8Array;
  scans?: number;
}

export function segment(code: number, payload: Uint8Array | string): Uint8Array {
  const bytes = typeof payload === "string" ? Buffer.from(payload, "latin1") : payload;
  return Buffer.concat([Uint8Array.of(0xff, code, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff), bytes]);
}

/** One code for "no difference" and one for "end of block": two zero bits for each block of 8 × 8 pixels. */
export function picture(options: Picture = {}): Buffer {
  const {
    width = 64,
    height = width,
    frame = 0xc0,
    components = 1,
    extra = [],
    tail = Buffer.alloc(0),
    scans = 1,
  } = options;
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  const perComponent = Array.from({ length: components }, (_, at) => [at + 1, 0x11, 0]).flat();
  const table = (kind: number) => [kind, 1, ...Array<number>(15).fill(0), 0];
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8) * components;
  const codes = Array.from({ length: components }, (_, at) => [at + 1, 0]).flat();
  const scan = Buffer.concat([
    segment(0xda, Uint8Array.from([components, ...codes, 0, 63, 0])),
    Buffer.alloc(Math.ceil(blocks / 4)),
  ]);
  return Buffer.concat([
    Uint8Array.of(0xff, 0xd8),
    ...extra,
    segment(0xdb, Uint8Array.from([0, ...Array<number>(64).fill(1)])),
    segment(frame, Uint8Array.from([8, ...size, components, ...perComponent])),
    segment(0xc4, Uint8Array.from([...table(0x00), ...table(0x10)])),
    ...Array<Buffer>(scans).fill(scan),
    Uint8Array.of(0xff, 0xd9),
    tail,
  ]);
}
