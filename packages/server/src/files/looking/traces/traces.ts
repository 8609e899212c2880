import { cleanBoxes } from "./boxes.ts";
import { cleanMatroska } from "./matroska.ts";
import { Patch } from "./patch.ts";
import { cleanPng } from "./png.ts";
import { cleanTiff } from "./tiff.ts";

interface Kind {
  /** What a file of it begins with, after so many bytes. */
  readonly beginnings: readonly string[];
  readonly after: number;
  readonly clean: (patch: Patch) => Promise<void>;
}

const kinds: readonly Kind[] = [
  // MP4, QuickTime (the older ones have no `ftyp`), HEIC; JPEG XL, JPEG 2000.
  { beginnings: ["ftyp", "moov", "mdat", "wide", "free", "skip", "JXL ", "jP  "], after: 4, clean: cleanBoxes },
  // TIFF, BigTIFF, and what cameras make of it: DNG, NEF, CR2, ARW; ORF, RW2.
  { beginnings: ["II*\0", "MM\0*", "II+\0", "MM\0+", "IIRO", "IIRS", "MMOR", "IIU\0"], after: 0, clean: cleanTiff },
  { beginnings: ["\x89PNG"], after: 0, clean: cleanPng },
  { beginnings: ["\x1aE\xdf\xa3"], after: 0, clean: cleanMatroska },
];

/**
 * Overwrites what a film, or a picture that nobody here can write anew, says of where it was taken, and leaves all else as
 * it came. What is too broken to be followed stays as it is from there on.
 */
export async function removeTraces(path: string): Promise<void> {
  const patch = await Patch.open(path);
  try {
    const beginning = await patch.text(0, 8);
    const kind = kinds.find(({ beginnings, after }) => beginnings.includes(beginning.slice(after, after + 4)));
    await kind?.clean(patch);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  } finally {
    await patch.close();
  }
}
