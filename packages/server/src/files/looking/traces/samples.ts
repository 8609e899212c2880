import { type Box, boxesIn, boxIn } from "./box.ts";
import type { Patch } from "./patch.ts";

/** Overwrites everything that a track plays, wherever in the file its tables say that it lies. */
export async function blankSamples(patch: Patch, { body }: Box): Promise<void> {
  const information = await boxIn(patch, body, "minf");
  const tables = information && (await boxIn(patch, information.body, "stbl"));
  if (tables === undefined) return;
  const found = new Map<string, number>();
  for await (const box of boxesIn(patch, tables.body)) found.set(box.type, box.body.from);
  const [sizes, runs] = [found.get("stsz"), found.get("stsc")];
  const places = found.get("stco") ?? found.get("co64");
  if (sizes === undefined || runs === undefined || places === undefined) return;
  await blankChunks(patch, { sizes, runs, places, width: found.has("stco") ? 4 : 8 });
}

/** Where the tables are: how large each sample is, how many lie together, and where. */
interface Tables {
  readonly sizes: number;
  readonly runs: number;
  readonly places: number;
  /** Bytes of a place. */
  readonly width: 4 | 8;
}

async function blankChunks(patch: Patch, { sizes, runs, places, width }: Tables): Promise<void> {
  const [likeSize, samples] = [await patch.number(sizes + 4, 4), await patch.number(sizes + 8, 4)];
  const [chunks, runCount] = [await patch.number(places + 4, 4), await patch.number(runs + 4, 4)];
  const firstChunkOf = (run: number) => patch.number(runs + 8 + run * 12, 4);
  const stretches: { from: number; to: number }[] = [];
  let sample = 0;
  let run = 0;
  for (let chunk = 0; chunk < chunks && sample < samples; chunk += 1) {
    while (run + 1 < runCount && (await firstChunkOf(run + 1)) <= chunk + 1) run += 1;
    const together = Math.min(await patch.number(runs + 12 + run * 12, 4), samples - sample);
    const from = await patch.number(places + 8 + chunk * width, width);
    let to = from + likeSize * together;
    if (likeSize === 0)
      for (let at = 0; at < together; at += 1) to += await patch.number(sizes + 12 + (sample + at) * 4, 4);
    stretches.push({ from, to });
    sample += together;
  }
  // Only now: they may be anywhere.
  for (const stretch of stretches) await patch.blank(stretch);
}
