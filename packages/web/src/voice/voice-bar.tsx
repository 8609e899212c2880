import { Pause, Play, X } from "lucide-react";
import { useEffect } from "react";
import { Link } from "wouter";
import { playTime } from "../files/play-time.ts";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { IconButton } from "../ui/button.tsx";
import { useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { usePlayer } from "./use-player.ts";
import type { Voice } from "./voice-after.ts";
import styles from "./voice-bar.module.css";

/** What plays while something else is on screen. */
export function VoiceBar() {
  const { player, state } = usePlayer();
  const { voice } = state;
  // Who signs out hears no more.
  useEffect(() => () => player.pause(), [player]);
  if (voice === null || player.isShown(voice.file)) return null;
  return <Bar voice={voice} />;
}

function Bar({ voice }: { voice: Voice }) {
  const { voice: words, files } = useWords();
  const { player, state, toggle } = usePlayer();
  const { roomId, file } = voice;
  const length = (file.durationMs ?? 0) / 1_000;
  return (
    <section className={styles.bar} aria-label={words.recording}>
      <IconButton
        label={state.isPlaying ? files.pause : files.playVoice}
        icon={state.isPlaying ? <Pause size={20} /> : <Play size={20} />}
        onClick={() => toggle(voice)}
      />
      <Link className={styles.words} href={`/r/${roomId}`}>
        <span className={styles.title}>{words.recording}</span>
        <RoomName voice={voice} />
      </Link>
      <span className={styles.time}>{playTime(length === 0 ? state.at : Math.max(0, length - state.at))}</span>
      <IconButton label={words.close} icon={<X size={20} />} onClick={() => player.close()} />
      <span
        className={styles.progress}
        style={{ scale: `${length === 0 ? 0 : Math.min(1, state.at / length)} 1` }}
        aria-hidden="true"
      />
    </section>
  );
}

function RoomName({ voice }: { voice: Voice }) {
  const entry = useRoom(voice.roomId);
  return entry ? <Title entry={entry} /> : null;
}

function Title({ entry }: { entry: Parameters<typeof useRoomTitle>[0] }) {
  return (
    <span className={styles.room} dir="auto">
      {useRoomTitle(entry)}
    </span>
  );
}
