import { crc32 } from "node:zlib";
import type { Patch } from "./patch.ts";

const remarks: ReadonlySet<string> = new Set(["eXIf", "tEXt", "zTXt", "iTXt"]);
/** A kind of chunk that nobody knows, and that everybody may leave out. */
const nobodys = Buffer.from("voId", "latin1");
const zeros = Buffer.alloc(64 * 1_024);

/** Overwrites Exif and texts in a PNG; only moving ones come here, as the others are written anew. */
export async function cleanPng(patch: Patch): Promise<void> {
  for (let at = 8; at + 12 <= patch.size; ) {
    const length = await patch.number(at, 4);
    const type = await patch.text(at + 4, 4);
    const end = at + 8 + length;
    if (remarks.has(type) && end + 4 <= patch.size) {
      await patch.blank({ from: at + 8, to: end });
      await patch.write(end, sumOf(length));
      await patch.write(at + 4, nobodys);
    }
    at = end + 4;
  }
}

/** The sum at the end of such a chunk, full of zeros. */
function sumOf(length: number): Buffer {
  let sum = crc32(nobodys);
  for (let left = length; left > 0; left -= zeros.length) sum = crc32(zeros.subarray(0, left), sum);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(sum);
  return bytes;
}
