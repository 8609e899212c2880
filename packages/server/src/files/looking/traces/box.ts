import type { Patch, Stretch } from "./patch.ts";

/** A box of ISO/IEC 14496-12, which QuickTime calls an atom. */
export interface Box {
  readonly type: string;
  readonly start: number;
  /** What is in it, after length and type. */
  readonly body: Stretch;
}

/** The boxes of a stretch, one after another, until something is none. */
export async function* boxesIn(patch: Patch, { from, to }: Stretch): AsyncGenerator<Box> {
  for (let start = from; start + 8 <= to; ) {
    const short = await patch.number(start, 4);
    const type = await patch.text(start + 4, 4);
    const length =
      short === 1 ? await patch.number(start + 8, 8) : short === 0 && to === patch.size ? to - start : short;
    const head = short === 1 ? 16 : 8;
    if (length < head) return;
    yield { type, start, body: { from: start + head, to: Math.min(start + length, to) } };
    start += length;
  }
}

/** The first of this type, if there is one. */
export async function boxIn(patch: Patch, stretch: Stretch, type: string): Promise<Box | undefined> {
  for await (const box of boxesIn(patch, stretch)) if (box.type === type) return box;
  return undefined;
}

/** Makes room that nothing is in of it. Its type goes last: after a crash the rest is done again. */
export async function blankBox(patch: Patch, { start, body }: Box): Promise<void> {
  await patch.blank(body);
  await patch.write(start + 4, Buffer.from("free", "latin1"));
}

/** What is in a `meta` box: ISO puts four bytes before it, QuickTime does not. */
export async function metaBody(patch: Patch, { body: { from, to } }: Box): Promise<Stretch> {
  return { from: (await patch.text(from + 4, 4)) === "hdlr" ? from : from + 4, to };
}

/** What a `hdlr` says that the box around it is for; empty without one. */
export async function handlerIn(patch: Patch, stretch: Stretch): Promise<string> {
  const box = await boxIn(patch, stretch, "hdlr");
  return box === undefined ? "" : patch.text(box.body.from + 8, 4);
}
