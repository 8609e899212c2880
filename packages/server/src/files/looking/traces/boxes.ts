import { type Box, blankBox, boxesIn, boxIn, handlerIn, metaBody } from "./box.ts";
import { blankFragment, type SilentTracks, silentTracksIn } from "./fragments.ts";
import { cleanItems } from "./heif.ts";
import type { Patch } from "./patch.ts";
import { blankSamples } from "./samples.ts";

/** Remarks about a file: XMP, Exif, whatever a maker wanted to add, and room that somebody may have left something in. */
const remarks: ReadonlySet<string> = new Set(["uuid", "xml ", "Exif", "brob", "free", "skip"]);

/** Adobe's XMP, and Canon's: in raw pictures of Canon all else in a `uuid` is needed. */
const xmp = "be7acfcb97a942e89c71999491e3afac";
const canon = "85c0b687820f11e08111f4ce462b6a48";

/** What is made of boxes: MP4 and QuickTime films, HEIC, JPEG XL, JPEG 2000, raw pictures of Canon. */
export async function cleanBoxes(patch: Patch): Promise<void> {
  const isRaw = (await patch.text(4, 8)) === "ftypcrx ";
  let silent: SilentTracks = new Map();
  for await (const box of boxesIn(patch, { from: 0, to: patch.size })) {
    if (isRaw) await cleanRaw(patch, box);
    else if (remarks.has(box.type)) await blankBox(patch, box);
    else if (box.type === "moov") {
      silent = await silentTracksIn(patch, box.body);
      await cleanFilm(patch, box);
    } else if (box.type === "moof") await cleanFragment(patch, box, silent);
    else if (box.type === "meta") await cleanMeta(patch, box);
  }
}

async function cleanRaw(patch: Patch, { type, start, body }: Box): Promise<void> {
  if (type === "moov") for await (const box of boxesIn(patch, body)) await cleanRaw(patch, box);
  if (type !== "uuid") return;
  const id = (await patch.read(body.from, 16)).toString("hex");
  if (id === xmp) await blankBox(patch, { type, start, body });
  if (id !== canon) return;
  const position = await boxIn(patch, { from: body.from + 16, to: body.to }, "CMT4");
  if (position !== undefined) await blankBox(patch, position);
}

/** Of pictures, the items that are no pictures; of films, everything. */
async function cleanMeta(patch: Patch, box: Box): Promise<void> {
  const inside = await metaBody(patch, box);
  if ((await handlerIn(patch, inside)) === "pict") await cleanItems(patch, inside);
  else await blankBox(patch, box);
}

/** A film, or one track of it. */
async function cleanFilm(patch: Patch, { body }: Box): Promise<void> {
  for await (const box of boxesIn(patch, body)) {
    if (box.type === "meta" || remarks.has(box.type)) await blankBox(patch, box);
    else if (box.type === "udta") await cleanUserData(patch, box);
    else if (box.type === "trak") await cleanTrack(patch, box);
  }
}

/** A piece of a film that was written while it was recorded. */
async function cleanFragment(patch: Patch, fragment: Box, silent: SilentTracks): Promise<void> {
  await blankFragment(patch, fragment, silent);
  for await (const box of boxesIn(patch, fragment.body)) {
    if (box.type === "meta" || box.type === "udta") await blankBox(patch, box);
    if (box.type !== "traf") continue;
    for await (const part of boxesIn(patch, box.body))
      if (part.type === "meta" || part.type === "udta") await blankBox(patch, part);
  }
}

/** A track that is neither seen nor heard says where the camera was, and how it was held, second by second. */
async function cleanTrack(patch: Patch, track: Box): Promise<void> {
  for await (const box of boxesIn(patch, track.body)) {
    if (box.type === "meta") await blankBox(patch, box);
    else if (box.type === "udta") await cleanUserData(patch, box);
    else if (box.type === "mdia" && (await handlerIn(patch, box.body)) === "meta") await blankSamples(patch, box);
  }
}

/** Only the titles of music stay (`mdir`), as what they are is known; `©xyz`, `loci` and makers' own are among the rest. */
async function cleanUserData(patch: Patch, { body }: Box): Promise<void> {
  for await (const box of boxesIn(patch, body)) {
    const inside = box.type === "meta" ? await metaBody(patch, box) : null;
    if (inside === null || (await handlerIn(patch, inside)) !== "mdir") await blankBox(patch, box);
    else await cleanTitles(patch, await boxIn(patch, inside, "ilst"));
  }
}

async function cleanTitles(patch: Patch, list: Box | undefined): Promise<void> {
  if (list === undefined) return;
  for await (const box of boxesIn(patch, list.body))
    if (/^(\xa9xyz|loci|free|----)$/.test(box.type)) await blankBox(patch, box);
}
