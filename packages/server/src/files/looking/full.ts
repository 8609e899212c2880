/** Whether a disk was full: the libraries that write pictures say so in words only. */
export function meansFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isSaid = "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
  return isSaid || /no space left|ENOSPC|EDQUOT|quota exceeded/i.test(error.message);
}
