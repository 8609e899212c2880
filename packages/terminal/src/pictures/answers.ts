import type { Streams } from "../streams.ts";

export interface TerminalAnswers {
  readonly hasSixels: boolean;
  /** Kitty's protocol with placeholders (kitty 0.28, Ghostty). */
  readonly hasPlaceholders: boolean;
  /** Pixels of a cell. */
  readonly cell: { readonly width: number; readonly height: number };
}

/** One pixel for a placeholder, the size of a cell (XTWINOPS 16), then what the terminal can (DA1), which all answer. */
const QUESTIONS = "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24,U=1;AAAA\u001b\\\u001b[16t\u001b[c";
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals answer.
const PLACEHOLDERS = /\u001b_Gi=31;([^\u001b]*)\u001b\\/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals answer.
const ABILITIES = /\u001b\[\?([\d;]*)c/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals answer.
const CELL = /\u001b\[6;(\d+);(\d+)t/;
/** Of a small font: a picture that is smaller than its place is better than one that covers what follows (xterm is silent). */
const SMALL_CELL = { width: 6, height: 12 };
/** Whoever has not answered by then is no terminal that draws. */
const PATIENCE_MS = 300;

/** What the terminal says of itself. Keys that are pressed meanwhile are given back. */
export async function askTerminal({ input, output }: Streams): Promise<TerminalAnswers> {
  const heard = await answered({ input, output });
  const abilities = ABILITIES.exec(heard)?.[1]?.split(";") ?? [];
  const cell = CELL.exec(heard);
  const placeholders = PLACEHOLDERS.exec(heard);
  const typed = heard.replace(ABILITIES, "").replace(CELL, "").replace(PLACEHOLDERS, "");
  if (typed !== "") input.unshift(Buffer.from(typed));
  const size = cell ? { width: Number(cell[2]), height: Number(cell[1]) } : SMALL_CELL;
  return { hasSixels: abilities.slice(1).includes("4"), hasPlaceholders: placeholders?.[1] === "OK", cell: size };
}

async function answered({ input, output }: Pick<Streams, "input" | "output">): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE_MS);
  let heard = "";
  const onData = (chunk: Buffer | string) => {
    heard += chunk.toString();
    if (ABILITIES.test(heard)) resolve();
  };
  input.setRawMode?.(true);
  input.on("data", onData);
  output.write(QUESTIONS);
  await promise;
  clearTimeout(timer);
  input.off("data", onData);
  input.pause();
  return heard;
}
