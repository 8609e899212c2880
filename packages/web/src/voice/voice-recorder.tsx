import type { OutgoingFile } from "@parley/client";
import { ChevronLeft, ChevronUp, Lock, Mic, Pause, SendHorizontal, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { playTime } from "../files/play-time.ts";
import { Waveform } from "../files/waveform.tsx";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { askedBy, askedOnRelease, nearness, type Press } from "./press.ts";
import { type Pointer, usePress } from "./use-press.ts";
import { useRecorder } from "./use-recorder.ts";
import { VoicePreview } from "./voice-preview.tsx";
import styles from "./voice-recorder.module.css";

const CALM_MS = 400;
/** Of the levels, as many as there is room for. */
const SHOWN_LEVELS = 48;

export interface VoiceRecorderProps {
  button: HTMLElement;
  /** What holds the button down; null when it was pressed with a key. */
  pointer: Pointer | null;
  onRecorded: (file: OutgoingFile) => void;
  onLeft: (file: OutgoingFile) => void;
  onEnd: () => void;
}

/** Where one writes, while one speaks: as long as the button is held, or locked until it is sent or thrown away. */
export function VoiceRecorder({ button, pointer, onRecorded, onLeft, onEnd }: VoiceRecorderProps) {
  const { voice: words } = useWords();
  const toast = useToast();
  const [isLocked, setLocked] = useState(pointer === null);
  const recorder = useRecorder({
    onRecorded,
    onLeft,
    onEnd,
    onFailed: (why) => toast({ text: words.failures[why] }),
  });
  const press = usePress(button, isLocked ? null : pointer, {
    onMove(press) {
      const asked = askedBy(press);
      if (asked === "cancel") recorder.discard();
      if (asked === "lock") setLocked(true);
    },
    onRelease(press) {
      // As long as the browser asks whether it may, nobody can hold a button.
      if (!recorder.isOpen || askedOnRelease(press) === "lock") setLocked(true);
      else recorder.send();
    },
  });
  useEscape(recorder.discard);
  return (
    <fieldset className={classes(styles.recorder, !isLocked && styles.held)} aria-label={words.recording}>
      {isLocked ? <Locked recorder={recorder} /> : <Held recorder={recorder} press={press} />}
    </fieldset>
  );
}

type Recorder = ReturnType<typeof useRecorder>;

/** A finger is on the button, which stays seen beside this. */
function Held({ recorder, press }: { recorder: Recorder; press: Press | null }) {
  const { voice: words } = useWords();
  const near = press ? nearness(press) : { cancel: 0, lock: 0 };
  return (
    <>
      <Time recorder={recorder} />
      <Level recorder={recorder} />
      <span className={styles.hint} style={{ opacity: 1 - near.cancel, translate: `${near.cancel * -40}px 0` }}>
        <ChevronLeft size={16} aria-hidden="true" />
        {words.slideToCancel}
      </span>
      <span className={styles.lock} style={{ translate: `0 ${near.lock * -16}px` }} title={words.slideToLock}>
        <Lock size={18} aria-hidden="true" />
        <ChevronUp size={16} aria-hidden="true" />
      </span>
    </>
  );
}

function Locked({ recorder }: { recorder: Recorder }) {
  const { voice: words, composer } = useWords();
  const send = useRef<HTMLButtonElement>(null);
  const lockedAt = useRef(0);
  useEffect(() => {
    lockedAt.current = performance.now();
    send.current?.focus({ preventScroll: true });
  }, []);
  const onSend = () => {
    // The tap that locked is no tap on what has come up under the finger.
    if (recorder.isOpen && performance.now() - lockedAt.current > CALM_MS) recorder.send();
  };
  const { paused } = recorder;
  return (
    <>
      <IconButton label={words.discard} icon={<Trash2 size={20} />} onClick={recorder.discard} />
      {paused ? (
        <VoicePreview recorded={paused} />
      ) : (
        <>
          <Time recorder={recorder} />
          <Level recorder={recorder} />
        </>
      )}
      <span className={styles.rest} />
      {!recorder.isOver && (
        <IconButton
          label={paused ? words.resume : words.pause}
          icon={paused ? <Mic size={20} /> : <Pause size={20} />}
          className={classes(paused && styles.resume)}
          aria-disabled={!recorder.isOpen}
          onClick={paused ? recorder.resume : recorder.pause}
        />
      )}
      <IconButton
        ref={send}
        isFilled
        className={styles.send}
        label={composer.send}
        icon={<SendHorizontal size={20} />}
        aria-disabled={!recorder.isOpen}
        onClick={onSend}
      />
    </>
  );
}

function Time({ recorder }: { recorder: Recorder }) {
  const { voice: words } = useWords();
  return (
    <>
      <span className={styles.dot} data-open={recorder.isOpen} aria-hidden="true" />
      <span className={styles.time} role="timer">
        {recorder.isOpen ? playTime(recorder.elapsedMs / 1_000) : words.opening}
      </span>
    </>
  );
}

/** The last few seconds, as they come. */
function Level({ recorder }: { recorder: Recorder }) {
  const last = recorder.levels.slice(-SHOWN_LEVELS);
  return (
    <span className={styles.level} data-level={last.at(-1) ?? 0} data-open={recorder.isOpen}>
      <Waveform peaks={[...Array<number>(SHOWN_LEVELS - last.length).fill(0), ...last]} played={1} />
    </span>
  );
}

/** Throws away, unless something that stands over the page is what it closes. */
function useEscape(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listening = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    document.addEventListener("keydown", onKey, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, []);
}
