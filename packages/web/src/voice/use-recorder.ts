import type { OutgoingFile } from "@parley/client";
import { useEffect, useRef, useState } from "react";
import { type NoSound, NoSoundError } from "./microphone.ts";
import { LONGEST_MS, type Recorded, Recording } from "./recording.ts";
import { voiceFile } from "./voice-file.ts";

const SHOWN_EVERY_MS = 100;
/** What is shorter was not meant. */
const SHORTEST_MS = 500;

export interface RecorderListener {
  /** To be sent now. */
  onRecorded(file: OutgoingFile): void;
  /** The person went elsewhere meanwhile: it is not lost, but nobody said that it was to be sent. */
  onLeft(file: OutgoingFile): void;
  onFailed(why: NoSound | "short"): void;
  onEnd(): void;
}

/** Records from the moment that it is there, until it is told to send or to throw away. */
export function useRecorder(listener: RecorderListener) {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  const recording = useRef<Recording | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [paused, setPaused] = useState<Recorded | null>(null);
  const isGoing = isOpen && paused === null;
  const pause = () => void recording.current?.pause().then(setPaused, () => undefined);
  useShown(isGoing, () => {
    if ((recording.current?.elapsedMs ?? 0) >= LONGEST_MS) pause();
  });
  useEffect(() => {
    let isHere = true;
    const failed = (error: unknown) => {
      if (!isHere) return;
      latest.current.onFailed(error instanceof NoSoundError ? error.why : "failed");
      latest.current.onEnd();
    };
    Recording.begin().then((begun) => {
      if (!isHere) return begun.discard();
      recording.current = begun;
      begun.onOver(() => recording.current === begun && void begun.pause().then(setPaused));
      setOpen(true);
    }, failed);
    return () => {
      isHere = false;
      void leave(recording.current, (file) => latest.current.onLeft(file));
      recording.current = null;
    };
  }, []);
  /** Takes the recording away, so that nothing else ends it too. */
  const take = () => {
    const taken = recording.current;
    recording.current = null;
    return taken;
  };
  const send = async () => {
    const whole = await take()?.finish();
    const isEnough = whole !== undefined && whole.durationMs >= SHORTEST_MS && whole.bytes.size > 0;
    if (isEnough) latest.current.onRecorded(voiceFile(whole, Date.now()));
    else latest.current.onFailed("short");
    latest.current.onEnd();
  };
  const discard = () => {
    take()?.discard();
    latest.current.onEnd();
  };
  const resume = () => {
    recording.current?.resume();
    setPaused(null);
  };
  const { elapsedMs = 0, levels = [], isOver = false } = recording.current ?? {};
  return { isOpen, paused, isOver, elapsedMs, levels, pause, resume, send: () => void send(), discard };
}

/** Renders again, and looks, a few times each second while there is something new to be seen. */
function useShown(isGoing: boolean, look: () => void): void {
  const [, setShown] = useState(0);
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(() => {
      latest.current();
      setShown((times) => times + 1);
    }, SHOWN_EVERY_MS);
    return () => clearInterval(timer);
  }, [isGoing]);
}

async function leave(recording: Recording | null, onLeft: (file: OutgoingFile) => void): Promise<void> {
  const whole = await recording?.finish();
  if (whole && whole.durationMs >= SHORTEST_MS && whole.bytes.size > 0) onLeft(voiceFile(whole, Date.now()));
}
