const META = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** The bytes of a page as text: by what its header says, its first bytes, or itself (HTML, 13.2.3.2); else as UTF-8. */
export function pageText(bytes: Uint8Array, charset: string | null): string {
  const [first, second] = bytes;
  const isMarked = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  const marked = isMarked ? (first === 0xfe ? "utf-16be" : "utf-16le") : null;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  for (const label of [marked, charset, META.exec(head)?.[1] ?? null])
    if (label !== null) {
      const text = textIn(bytes, label);
      if (text !== null) return text;
    }
  return new TextDecoder().decode(bytes);
}

function textIn(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}
