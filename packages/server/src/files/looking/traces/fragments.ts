import { type Box, boxesIn, boxIn, handlerIn } from "./box.ts";
import type { Patch, Stretch } from "./patch.ts";

/** Tracks that are neither seen nor heard, by their number: how large a sample of each is where nothing else is said. */
export type SilentTracks = ReadonlyMap<number, number>;

/** Which tracks of a film are such (`hdlr`), for the pieces that come after it (ISO/IEC 14496-12, 8.8.3). */
export async function silentTracksIn(patch: Patch, movie: Stretch): Promise<SilentTracks> {
  const tracks = new Map<number, number>();
  for await (const box of boxesIn(patch, movie)) {
    const media = box.type === "trak" ? await boxIn(patch, box.body, "mdia") : undefined;
    if (media && (await handlerIn(patch, media.body)) === "meta") tracks.set(await numberOf(patch, box), 0);
  }
  const more = await boxIn(patch, movie, "mvex");
  if (more === undefined) return tracks;
  for await (const { type, body } of boxesIn(patch, more.body)) {
    const track = type === "trex" ? await patch.number(body.from + 4, 4) : 0;
    if (tracks.has(track)) tracks.set(track, await patch.number(body.from + 16, 4));
  }
  return tracks;
}

/** `tkhd`: the number comes after two times, which are of eight bytes each from version 1 on. */
async function numberOf(patch: Patch, track: Box): Promise<number> {
  const head = await boxIn(patch, track.body, "tkhd");
  if (head === undefined) return 0;
  return patch.number(head.body.from + ((await patch.number(head.body.from, 1)) === 0 ? 12 : 20), 4);
}

/** Overwrites what such tracks play in one piece of a film (`moof`), wherever its runs say that it lies. */
export async function blankFragment(patch: Patch, fragment: Box, silent: SilentTracks): Promise<void> {
  const stretches: Stretch[] = [];
  let end = fragment.start;
  for await (const { type, body } of boxesIn(patch, fragment.body)) {
    const head = type === "traf" ? await headIn(patch, body, { fragment: fragment.start, before: end }) : undefined;
    if (head === undefined) continue;
    end = head.base;
    for await (const run of boxesIn(patch, body)) {
      if (run.type !== "trun") continue;
      const played = await playedIn(patch, run.body, { ...head, end, size: head.size ?? silent.get(head.track) ?? 0 });
      if (silent.has(head.track)) stretches.push(played);
      end = played.to;
    }
  }
  // Only now: they may be anywhere.
  for (const stretch of stretches) await patch.blank(stretch);
}

interface Head {
  readonly track: number;
  /** Where the places of its runs are counted from. */
  readonly base: number;
  /** Of each sample, where its run does not say. */
  readonly size: number | undefined;
}

/** `tfhd` (8.8.7): without a base of its own a track goes on where the one before it ended. */
async function headIn(
  patch: Patch,
  track: Stretch,
  { fragment, before }: { fragment: number; before: number },
): Promise<Head | undefined> {
  const head = await boxIn(patch, track, "tfhd");
  if (head === undefined) return undefined;
  const flags = await patch.number(head.body.from + 1, 3);
  let at = head.body.from + 8;
  const next = async (flag: number, length: number) => {
    if ((flags & flag) === 0) return undefined;
    at += length;
    return patch.number(at - length, length);
  };
  const base = await next(0x01, 8);
  await next(0x02, 4);
  await next(0x08, 4);
  const size = await next(0x10, 4);
  const start = (flags & 0x02_00_00) === 0 ? before : fragment;
  return { track: await patch.number(head.body.from + 4, 4), base: base ?? start, size };
}

/** `trun` (8.8.8): from where to where its samples lie, one after another. */
async function playedIn(
  patch: Patch,
  { from, to }: Stretch,
  { base, end, size }: { base: number; end: number; size: number },
): Promise<Stretch> {
  const flags = await patch.number(from + 1, 3);
  const count = await patch.number(from + 4, 4);
  // Counted in both directions.
  const offset = (flags & 0x01) === 0 ? null : (await patch.read(from + 8, 4)).readInt32BE();
  const start = offset === null ? end : base + offset;
  if ((flags & 0x2_00) === 0) return { from: start, to: start + count * size };
  const width = 4 * [0x1_00, 0x2_00, 0x4_00, 0x8_00].filter((flag) => flags & flag).length;
  let at = from + 8 + (offset === null ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4) + ((flags & 0x1_00) === 0 ? 0 : 4);
  let length = 0;
  for (let left = count; left > 0 && at + 4 <= to; left -= 1, at += width) length += await patch.number(at, 4);
  return { from: start, to: start + length };
}
