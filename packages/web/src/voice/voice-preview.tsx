import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { pauseOthers } from "../files/pause-others.ts";
import { playTime } from "../files/play-time.ts";
import { SeekBar } from "../files/seek-bar.tsx";
import { IconButton } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { peaksFrom } from "./peaks.ts";
import type { Recorded } from "./recording.ts";
import styles from "./voice-recorder.module.css";

/** What was recorded so far, to be listened to before it is sent. */
export function VoicePreview({ recorded }: { recorded: Recorded }) {
  const { voice: words, files } = useWords();
  const audio = useRef<HTMLAudioElement>(null);
  const url = useObjectUrl(recorded.bytes);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const seek = (to: number) => {
    if (audio.current) audio.current.currentTime = to;
    setAt(to);
  };
  const toggle = () => {
    if (isPlaying) audio.current?.pause();
    else void audio.current?.play().catch(() => setPlaying(false));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what people say has no captions. */}
      <audio
        ref={audio}
        src={url}
        onPlay={(event) => {
          pauseOthers(event.currentTarget);
          setPlaying(true);
        }}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onEnded={() => setAt(0)}
      />
      <IconButton
        label={isPlaying ? files.pause : words.listen}
        icon={isPlaying ? <Pause size={20} /> : <Play size={20} />}
        onClick={toggle}
      />
      <span className={styles.level}>
        <SeekBar peaks={[...peaksFrom(recorded.levels)]} at={at} length={recorded.durationMs / 1_000} onSeek={seek} />
      </span>
      <span className={styles.time}>{playTime(isPlaying || at > 0 ? at : recorded.durationMs / 1_000)}</span>
    </>
  );
}

function useObjectUrl(bytes: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url;
}
