import type { TimelineRow } from "@parley/client";
import type { Message, RoomId, SharedFile } from "@parley/contract";
import { AudioLines, Pause, Play } from "lucide-react";
import { use, useEffect } from "react";
import { WaitingContext } from "../messages/conversation-context.ts";
import { IconButton } from "../ui/button.tsx";
import { useClientState } from "../use-client-state.ts";
import { usePlayer } from "../voice/use-player.ts";
import { momentName } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./file-cards.module.css";
import { playTime } from "./play-time.ts";
import { SeekBar } from "./seek-bar.tsx";
import { CancelUpload } from "./upload-sign.tsx";
import { UploadText } from "./upload-text.tsx";
import { useUpload } from "./use-upload.ts";
import { peaksOf, Waveform } from "./waveform.tsx";

export interface VoicePlayerProps {
  roomId: RoomId;
  /** The message that it is in, which is stored. */
  message: VoiceMessage;
  file: SharedFile;
}

type VoiceMessage = Pick<Message, "seq" | "senderId" | "playedAt">;

/** A voice message: its waveform is where one seeks. The next one follows it. */
export function VoicePlayer({ roomId, message, file }: VoicePlayerProps) {
  const words = useWords();
  const { player, state, toggle } = usePlayer();
  // Whoever goes into its room by the bar of what plays keeps that bar for as long as the press lasts.
  const isWaiting = use(WaitingContext);
  useEffect(() => (isWaiting ? undefined : player.show(file)), [player, file, isWaiting]);
  const isCurrent = state.voice?.file.id === file.id;
  const isPlaying = isCurrent && state.isPlaying;
  const at = player.positionOf(file.id);
  const length = (file.durationMs ?? 0) / 1_000;
  return (
    <div className={styles.card}>
      <IconButton
        isFilled
        className={styles.play}
        label={isPlaying ? words.files.pause : words.files.playVoice}
        icon={isPlaying ? <Pause size={20} /> : <Play size={20} />}
        onClick={() => toggle({ roomId, seq: message.seq, file })}
      />
      <SeekBar peaks={peaksOf(file.peaks)} at={at} length={length} onSeek={(to) => player.seek(file.id, to)} />
      <span className={styles.time}>
        {playTime(isPlaying || at > 0 ? at : length)}
        <PlayedSign message={message} />
      </span>
      <button
        type="button"
        className={styles.speed}
        aria-label={words.files.speed(state.speed)}
        onClick={() => player.faster()}
      >
        {state.speed}×
      </button>
    </div>
  );
}

/** Of others': a dot until I have played it. Of mine: a sign once the other one has, where I may know. */
function PlayedSign({ message }: { message: VoiceMessage }) {
  const { voice: words } = useWords();
  const language = useLanguage();
  const isMine = useClientState((state) => state.me?.id === message.senderId);
  const { playedAt } = message;
  if (!isMine) {
    // Its place stays, so that nothing moves when it goes.
    const isNew = playedAt === undefined;
    return isNew ? (
      <span className={styles.dot} role="img" aria-label={words.unplayed} title={words.unplayed} />
    ) : (
      <span className={styles.dot} data-played />
    );
  }
  if (playedAt === undefined) return null;
  const label = words.playedAt(momentName(playedAt, language));
  return (
    <span className={styles.played} role="img" aria-label={label} data-tooltip={label}>
      <AudioLines size={14} aria-hidden="true" />
    </span>
  );
}

/** One that is still on its way, or was refused. */
export function WaitingVoice({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const upload = useUpload(file);
  const isGoing = row.status === "waiting" || row.status === "sending";
  return (
    <div className={styles.card}>
      <CancelUpload row={row} file={file} />
      <span className={styles.wave}>
        <Waveform peaks={peaksOf(file.peaks)} played={0} />
      </span>
      <span className={styles.detail}>{isGoing && <UploadText file={file} upload={upload} />}</span>
      <span className={styles.time}>{playTime((file.durationMs ?? 0) / 1_000)}</span>
    </div>
  );
}
