import { useMemo } from "react";
import { encode } from "uqr";
import styles from "./qr-code.module.css";

export interface QrCodeProps {
  text: string;
  /** The accessible name: what a camera finds in it. */
  label: string;
}

/** Black on white in every theme, with the margin that cameras need. Elements rather than a picture: no other address is asked for it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** One closed run for each stretch of black in a row. */
function drawn(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      const width = x + 1 - from;
      runs.push(`M${from} ${y}h${width}v1h-${width}z`);
    }
  });
  return { size, path: runs.join("") };
}
