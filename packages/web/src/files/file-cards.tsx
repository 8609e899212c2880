import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { Download } from "lucide-react";
import { fileSize } from "../account/file-size.ts";
import { useStage } from "../messages/conversation-context.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { AudioPlayer } from "./audio-player.tsx";
import styles from "./file-cards.module.css";
import { FileIcon } from "./file-icon.tsx";
import { downloadUrl, thumbnailUrl } from "./file-urls.ts";
import { useShowFile } from "./show-file.ts";
import { isShownText } from "./shown-text.ts";
import { TextHead } from "./text-card.tsx";
import { CancelUpload } from "./upload-sign.tsx";
import { UploadText } from "./upload-text.tsx";
import { useUpload } from "./use-upload.ts";
import { VoicePlayer, WaitingVoice } from "./voice-player.tsx";

export interface FileCardsProps {
  row: TimelineRow;
  files: readonly SharedFile[];
}

/** What is no picture: each on a line of its own. */
export function FileCards({ row, files }: FileCardsProps) {
  return (
    <>
      {files.map((file) => (
        <FileLine key={file.id} row={row} file={file} />
      ))}
    </>
  );
}

function FileLine({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const showFile = useShowFile();
  const { roomId } = useStage();
  const isStored = row.status === "stored";
  if (file.kind === "voice")
    return isStored ? (
      <VoicePlayer roomId={roomId} message={row.message} file={file} />
    ) : (
      <WaitingVoice row={row} file={file} />
    );
  if (isStored && file.kind === "audio") return <AudioPlayer file={file} />;
  const open = () => showFile(file);
  const line = (
    <>
      {isStored && file.hasPoster ? <Page file={file} onOpen={open} /> : <FileIcon file={file} />}
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {file.name}
        </span>
        <Detail row={row} file={file} />
      </span>
      {isStored ? <DownloadLink file={file} /> : <CancelUpload row={row} file={file} />}
    </>
  );
  if (!isShownText(file)) return <div className={styles.card}>{line}</div>;
  return (
    <div className={styles.tall}>
      <div className={styles.top}>{line}</div>
      <TextHead row={row} file={file} onOpen={open} />
    </div>
  );
}

/** The first page of a document, in the place of its sign. */
function Page({ file, onOpen }: { file: SharedFile; onOpen: () => void }) {
  const words = useWords();
  return (
    <button type="button" className={styles.page} aria-label={words.files.open(file.name)} onClick={onOpen}>
      <img src={thumbnailUrl(file, "small")} alt="" decoding="async" draggable={false} />
    </button>
  );
}

function Detail({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const language = useLanguage();
  const upload = useUpload(file);
  const size = fileSize(file.size, language);
  const isGoing = row.status === "waiting" || row.status === "sending";
  return (
    <span className={styles.detail}>
      {size}
      {isGoing && (
        <>
          {" · "}
          <UploadText file={file} upload={upload} />
        </>
      )}
    </span>
  );
}

function DownloadLink({ file }: { file: SharedFile }) {
  const words = useWords();
  const label = words.files.download(file.name);
  return (
    <a
      className={styles.download}
      href={downloadUrl(file)}
      download={file.name}
      aria-label={label}
      data-tooltip={label}
    >
      <Download size={20} />
    </a>
  );
}
