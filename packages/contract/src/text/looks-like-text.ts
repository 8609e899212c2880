/** So much of a file says whether it is text. */
export const textSampleBytes = 65_536;

/** Whether the beginning of a file is as text is: valid UTF-8 without control characters that no text has. */
export function looksLikeText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return head.length > 0 && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}
