import type { KeyboardEvent, MouseEvent } from "react";
import { useWords } from "../words/use-words.ts";
import { playTime } from "./play-time.ts";
import styles from "./seek-bar.module.css";
import { Waveform } from "./waveform.tsx";

const STEP_SECONDS = 5;

export interface SeekBarProps {
  peaks: readonly number[];
  /** Both in seconds. */
  at: number;
  length: number;
  onSeek: (seconds: number) => void;
}

/** The waveform of what is spoken, which is where one seeks. */
export function SeekBar({ peaks, at, length, onSeek }: SeekBarProps) {
  const words = useWords();
  const seek = (to: number) => onSeek(Math.min(length, Math.max(0, to)));
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - left) / width) * length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + STEP_SECONDS, ArrowLeft: at - STEP_SECONDS, Home: 0, End: length }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    seek(to);
  };
  return (
    <div
      className={styles.bar}
      role="slider"
      tabIndex={0}
      aria-label={words.files.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(length)}
      aria-valuenow={Math.min(Math.round(length), Math.round(at))}
      aria-valuetext={playTime(at)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <Waveform peaks={peaks} played={length === 0 ? 0 : at / length} />
    </div>
  );
}
