/**
 * What a room's files are called: its place in the list, so that no two are the same, and what of its name every file
 * system takes. Nothing but lower-case letters, digits and dashes.
 */
export function fileStem(at: number, name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return `${String(at + 1).padStart(4, "0")}-${plain === "" ? "room" : plain}`;
}
