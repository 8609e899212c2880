/** The name in `:name:`, as emoji of a server's own are written. */
export function codeIn(text: string): string | undefined {
  return /^:([a-z0-9_+-]{2,32}):$/.exec(text)?.[1];
}

/** What may be the name of an emoji of a server's own, as near to the text as can be; perhaps nothing. */
export function emojiNameOf(text: string): string {
  const name = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9_+-]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 32);
  return codeIn(`:${name}:`) ?? "";
}
