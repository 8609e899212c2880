import styles from "./waveform.module.css";

const BARS = 48;

/** How loud it is over its time; what was played is in colour. `peaks` from 0 to 255, `played` from 0 to 1. */
export function Waveform({ peaks, played }: { peaks: readonly number[]; played: number }) {
  const bars = Array.from({ length: BARS }, (_, at) => peaks[Math.floor((at / BARS) * peaks.length)] ?? 0);
  return (
    <svg className={styles.wave} viewBox={`0 0 ${BARS * 4} 32`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map((peak, at) => {
        const height = Math.max(2, (peak / 255) * 30);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name, and never move.
            key={at}
            className={(at + 0.5) / BARS <= played ? styles.played : undefined}
            x={at * 4}
            y={16 - height / 2}
            width={2.5}
            height={height}
            rx={1}
          />
        );
      })}
    </svg>
  );
}

export function peaksOf(base64: string | undefined): readonly number[] {
  return base64 === undefined ? [] : Array.from(atob(base64), (character) => character.charCodeAt(0));
}
