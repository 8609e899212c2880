import { type Box, blankBox, boxesIn, boxIn } from "./box.ts";
import type { Patch, Stretch } from "./patch.ts";

/** Items that are no pictures: Exif, and XMP and the like as `mime` or by name. */
const remarks: ReadonlySet<string> = new Set(["Exif", "mime", "uri "]);

/** Exif that says nothing: a TIFF (after four bytes of how far it is to there) with an empty list. */
const emptyExif = Buffer.from("00000000" + "4d4d002a00000008" + "000000000000", "hex");

/** Overwrites the items of a HEIC picture that say where it was taken (ISO/IEC 23008-12). */
export async function cleanItems(patch: Patch, meta: Stretch): Promise<void> {
  const [list, places] = [await boxIn(patch, meta, "iinf"), await boxIn(patch, meta, "iloc")];
  const data = await boxIn(patch, meta, "idat");
  for await (const box of boxesIn(patch, meta))
    if (box.type === "xml " || box.type === "uuid") await blankBox(patch, box);
  if (list === undefined || places === undefined) return;
  const items = await remarksIn(patch, list);
  for (const { id, stretch, isInData } of await placesIn(patch, places)) {
    const type = items.get(id);
    if (type === undefined) continue;
    const shift = isInData ? (data?.body.from ?? patch.size) : 0;
    const there = { from: stretch.from + shift, to: stretch.to + shift };
    await patch.blank(there);
    if (type === "Exif" && there.to - there.from >= emptyExif.length) await patch.write(there.from, emptyExif);
  }
}

/** The numbers of those items, and what they are (`iinf`). */
async function remarksIn(patch: Patch, { body }: Box): Promise<Map<number, string>> {
  const items = new Map<number, string>();
  const countBytes = (await patch.number(body.from, 1)) === 0 ? 2 : 4;
  for await (const entry of boxesIn(patch, { from: body.from + 4 + countBytes, to: body.to })) {
    const version = await patch.number(entry.body.from, 1);
    if (version < 2) continue;
    const idBytes = version === 2 ? 2 : 4;
    const type = await patch.text(entry.body.from + 6 + idBytes, 4);
    if (remarks.has(type)) items.set(await patch.number(entry.body.from + 4, idBytes), type);
  }
  return items;
}

interface Place {
  readonly id: number;
  readonly stretch: Stretch;
  /** It is counted from the beginning of `idat`, not of the file. */
  readonly isInData: boolean;
}

/** Where every item lies, piece by piece (`iloc`). */
async function placesIn(patch: Patch, { body }: Box): Promise<Place[]> {
  let at = body.from;
  const next = async (length: number) => {
    if (at + length > body.to) throw new RangeError("The table ends before.");
    at += length;
    return patch.number(at - length, length);
  };
  const version = await next(1);
  await next(3);
  const [sizes, moreSizes] = [await next(1), await next(1)];
  const width = {
    offset: sizes >> 4,
    length: sizes & 15,
    base: moreSizes >> 4,
    index: version === 0 ? 0 : moreSizes & 15,
  };
  const places: Place[] = [];
  for (let left = await next(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const id = await next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : (await next(2)) & 15;
    await next(2);
    const base = await next(width.base);
    for (let extents = await next(2); extents > 0; extents -= 1) {
      await next(width.index);
      const from = base + (await next(width.offset));
      const length = await next(width.length);
      if (method < 2) places.push({ id, stretch: { from, to: from + length }, isInData: method === 1 });
    }
  }
  return places;
}
