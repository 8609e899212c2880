import type { Patch, Stretch } from "./patch.ts";

/** A file of more lists than this is followed no further. */
const mostLists = 200;

/** Tags that lead to more lists: further pictures, and what the camera says. */
const leads: ReadonlySet<number> = new Set([330, 34_665]);
const position = 34_853;
/** Texts beside the picture: XMP, IPTC, Photoshop's. */
const remarks: ReadonlySet<number> = new Set([700, 33_723, 34_377]);

/** Bytes of a value, by its type (TIFF 6.0, and BigTIFF's from 16 on). */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

/** How numbers are written in this file. */
interface Form {
  readonly order: "big" | "little";
  /** Bytes of a place and of a count of values. */
  readonly wide: 4 | 8;
}

interface Entry {
  readonly tag: number;
  readonly values: Stretch;
  readonly width: number;
  /** Of the entry itself. */
  readonly place: Stretch;
}

/** Overwrites the position, and texts that may repeat it, in TIFF and in raw pictures that are built like it. */
export async function cleanTiff(patch: Patch): Promise<void> {
  const order = (await patch.text(0, 2)) === "II" ? "little" : "big";
  const form: Form = { order, wide: (await patch.number(2, 2, order)) === 43 ? 8 : 4 };
  const waiting = [await patch.number(form.wide === 8 ? 8 : 4, form.wide, order)];
  const seen = new Set<number>();
  for (const list of waiting) {
    if (list === 0 || seen.has(list) || seen.size >= mostLists) continue;
    seen.add(list);
    const { entries, next } = await listAt(patch, { ...form, list });
    for (const entry of entries) waiting.push(...(await clean(patch, form, entry)));
    waiting.push(next);
  }
}

/** Answers where more lists are. */
async function clean(patch: Patch, { order, wide }: Form, { tag, values, width }: Entry): Promise<number[]> {
  if (remarks.has(tag)) await patch.blank(values);
  if (tag === position) await blankList(patch, { order, wide, list: await patch.number(values.from, width, order) });
  if (!leads.has(tag)) return [];
  const lists: number[] = [];
  for (let at = values.from; at < values.to && lists.length < mostLists; at += width)
    lists.push(await patch.number(at, width, order));
  return lists;
}

/** What it says, then that it says anything. */
async function blankList(patch: Patch, at: Form & { list: number }): Promise<void> {
  if (at.list === 0) return;
  const { entries } = await listAt(patch, at);
  for (const { values } of entries) await patch.blank(values);
  for (const { place } of entries) await patch.blank(place);
  await patch.blank({ from: at.list, to: at.list + (at.wide === 8 ? 8 : 2) });
}

async function listAt(patch: Patch, { order, wide, list }: Form & { list: number }) {
  const head = wide === 8 ? 8 : 2;
  const step = 4 + 2 * wide;
  const count = Math.min(await patch.number(list, head, order), 65_535);
  const entries: Entry[] = [];
  for (let at = list + head; at < list + head + count * step; at += step) {
    const width = widths[await patch.number(at + 2, 2, order)] ?? 0;
    const bytes = width * (await patch.number(at + 4, wide, order));
    const from = bytes <= wide ? at + 4 + wide : await patch.number(at + 4 + wide, wide, order);
    const tag = await patch.number(at, 2, order);
    entries.push({ tag, width, values: { from, to: from + bytes }, place: { from: at, to: at + step } });
  }
  const end = list + head + count * step;
  return { entries, next: end + wide <= patch.size ? await patch.number(end, wide, order) : 0 };
}
