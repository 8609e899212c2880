import type { SharedFile } from "@parley/contract";

/** Longer ones are for a program that is made for them. */
const MOST_BYTES = 1_000_000;

/** Whether a file is text or code, and short enough to show what is in it. */
export function isShownText({ kind, type, size }: SharedFile): boolean {
  const isText = type.startsWith("text/") || /^(application|image)\/([\w.-]+\+)?(xml|json)$/.test(type);
  return kind === "file" && isText && size > 0 && size <= MOST_BYTES;
}

/** What the colours of code go by: the ending of its name, or all of it, as in `Dockerfile`. */
export function languageOf(name: string): string {
  return name.toLowerCase().split(".").at(-1) ?? "";
}
