import type { OutgoingFile } from "@parley/client";
import { Mic } from "lucide-react";
import { type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { useIsAtRest } from "../rest.tsx";
import { loadRecorder, VoiceRecorder } from "../screens.ts";
import { IconButton } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./voice-place.module.css";
import type { VoiceRecorderProps } from "./voice-recorder.tsx";

/** Whoever presses "Send" twice does not want to speak: where it stood is this. */
const CALM_MS = 400;

export interface VoicePlaceProps {
  area: RefObject<HTMLTextAreaElement | null>;
  onRecorded: (file: OutgoingFile) => void;
  onLeft: (file: OutgoingFile) => void;
}

type Pressed = Pick<VoiceRecorderProps, "button" | "pointer">;

/** The button that records. Held it records until it is let go; pressed, or with a key, until one says so. */
export function VoicePlace({ area, onRecorded, onLeft }: VoicePlaceProps) {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const isAtRest = useIsAtRest();
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  useEffect(() => {
    // Who holds it down does not wait for a script.
    if (isAtRest) loadRecorder().catch(() => undefined);
  }, [isAtRest]);
  const end = () => {
    setPressed(null);
    const back = matchMedia("(pointer: fine)").matches ? area.current : button.current;
    back?.focus({ preventScroll: true });
  };
  return (
    <>
      <IconButton
        ref={button}
        className={styles.button}
        label={words.composer.speak}
        icon={<Mic size={20} />}
        isFilled={pressed !== null}
        onContextMenu={(event) => event.preventDefault()}
        onPointerDown={({ button: which, currentTarget, pointerId: id, clientX: x, clientY: y }) => {
          if (which !== 0 || pressed !== null || performance.now() - shownAt.current < CALM_MS) return;
          currentTarget.setPointerCapture(id);
          setPressed({ button: currentTarget, pointer: { id, x, y, at: performance.now() } });
        }}
        // With a key, or by a program that reads the screen: nothing came down before.
        onClick={({ detail, currentTarget }) => {
          if (detail === 0) setPressed((known) => known ?? { button: currentTarget, pointer: null });
        }}
      />
      <Suspense fallback={null}>
        {pressed && <VoiceRecorder {...pressed} onRecorded={onRecorded} onLeft={onLeft} onEnd={end} />}
      </Suspense>
    </>
  );
}
