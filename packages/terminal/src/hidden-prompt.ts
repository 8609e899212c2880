import { openSync } from "node:fs";
import { ReadStream } from "node:tty";
import { exitCodes, Failure } from "./failure.ts";
import type { Streams } from "./streams.ts";

const INTERRUPT = "\u0003";
const END = "\u0004";
const ERASE = ["\u007f", "\b"];
const ERASE_LINE = "\u0015";

/** Asks on the terminal without showing what is typed; null where there is no terminal to ask on. */
export async function askHidden(streams: Streams, question: string): Promise<string | null> {
  if (streams.input.isTTY && streams.input.setRawMode) return await read(streams.input, streams, question);
  const terminal = controllingTerminal();
  if (!terminal) return null;
  try {
    return await read(terminal, streams, question);
  } finally {
    terminal.destroy();
  }
}

/** The terminal that the program was started from, although its standard input is a pipe or a file. */
function controllingTerminal(): ReadStream | null {
  try {
    return new ReadStream(openSync("/dev/tty", "r"));
  } catch {
    return null;
  }
}

async function read(input: Streams["input"], streams: Streams, question: string): Promise<string> {
  streams.errors.write(question);
  input.setRawMode?.(true);
  try {
    return await typed(input);
  } finally {
    input.setRawMode?.(false);
    input.pause();
    streams.errors.write("\n");
  }
}

function typed(input: Streams["input"]): Promise<string> {
  let answer: string[] = [];
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      input.off("data", take);
      settle();
    };
    const take = (chunk: Buffer | string) => {
      for (const key of chunk.toString()) {
        if (key === "\r" || key === "\n") return end(() => resolve(answer.join("")));
        if (key === INTERRUPT || key === END)
          return end(() => reject(new Failure(exitCodes.refused, "Not signed in.")));
        if (ERASE.includes(key)) answer.pop();
        else if (key === ERASE_LINE) answer = [];
        else answer.push(key);
      }
    };
    input.on("data", take);
    input.resume();
  });
}
