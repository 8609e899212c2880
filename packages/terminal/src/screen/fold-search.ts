/** Text as it is compared when searching: without case, width, accents. */
export function foldSearch(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
