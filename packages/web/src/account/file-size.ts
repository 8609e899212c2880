const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "2.4 MB", as the reader writes it; in steps of a thousand, as files are sold. */
export function fileSize(bytes: number, language: string): string {
  let size = bytes;
  let at = 0;
  while (size >= 1_000 && at < units.length - 1) {
    size /= 1_000;
    at += 1;
  }
  const unitDisplay = at === 0 ? "long" : "short";
  const format = { style: "unit", unit: units[at] ?? "byte", unitDisplay } as const;
  return new Intl.NumberFormat(language, { ...format, maximumFractionDigits: size < 10 && at > 0 ? 1 : 0 }).format(
    size,
  );
}
