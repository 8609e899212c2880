/** A leading message number and what follows it. */
export function numbered(rest: string): { seq: number | null; text: string } {
  const match = /^#?(\d{1,15})(?:\s+([\s\S]*))?$/.exec(rest);
  return match ? { seq: Number(match[1]), text: (match[2] ?? "").trim() } : { seq: null, text: rest };
}
