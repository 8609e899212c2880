import { crc32, deflateSync } from "node:zlib";

/** Red, green and blue, each up to 255. */
export type Colour = readonly [number, number, number];

const blue: Colour = [90, 120, 200];

/** A picture of one colour, as PNG. */
export function png(width: number, height: number, colour: Colour = blue): Buffer {
  return encoded(width, height, () => colour);
}

const skies: readonly (readonly [Colour, Colour])[] = [
  [
    [126, 200, 240],
    [245, 185, 95],
  ],
  [
    [60, 76, 130],
    [224, 122, 95],
  ],
  [
    [205, 234, 192],
    [58, 125, 68],
  ],
];

/** A hill under a sky with a sun, as PNG; of three kinds. */
export function landscape(width: number, height: number, kind: number): Buffer {
  const [top = blue, bottom = blue] = skies[kind % skies.length] ?? [];
  const sun = { x: width * (0.25 + 0.25 * (kind % 3)), y: height * 0.35, size: height * 0.12 };
  return encoded(width, height, (x, y) => {
    if (Math.hypot(x - sun.x, y - sun.y) < sun.size) return [255, 246, 214];
    const hill = height * (0.68 + 0.08 * Math.sin((x / width) * 5 + kind));
    const dark = y > hill ? 0.55 : 1;
    const mixed = (part: 0 | 1 | 2) => Math.round(dark * (top[part] + (bottom[part] - top[part]) * (y / height)));
    return [mixed(0), mixed(1), mixed(2)];
  });
}

/** As ISO 15948 has it: eight bits a colour, no filter. */
function encoded(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const row = (y: number) => Buffer.from([0, ...Array.from({ length: width }, (_, x) => colourAt(x, y)).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => row(y))));
  const chunks = [chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A second of silence as WAV: something to play. */
export function wav(): Buffer {
  const samples = 8_000;
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + samples, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samples, 24);
  header.writeUInt32LE(samples, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** The beginning of a WebM file, as recorders write it. */
export const webm = Buffer.from(
  "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff",
  "hex",
);
