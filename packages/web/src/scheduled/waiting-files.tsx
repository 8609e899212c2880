import type { SharedFile } from "@parley/contract";
import { fileSize } from "../account/file-size.ts";
import { FileIcon } from "../files/file-icon.tsx";
import { usePictureUrl } from "../files/use-picture-url.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./waiting-files.module.css";

export interface WaitingFilesProps {
  files: readonly SharedFile[];
  /** The server has them. */
  isStored: boolean;
}

/** What goes with a message that waits: small pictures of what has any, and the names of the rest. */
export function WaitingFiles({ files, isStored }: WaitingFilesProps) {
  const words = useWords();
  return (
    <ul className={styles.files} aria-label={words.files.attached}>
      {files.map((file) =>
        file.kind === "image" || (isStored && file.kind === "video" && file.hasPoster) ? (
          <Picture key={file.id} file={file} isStored={isStored} />
        ) : (
          <Named key={file.id} file={file} />
        ),
      )}
    </ul>
  );
}

function Picture({ file, isStored }: { file: SharedFile; isStored: boolean }) {
  const url = usePictureUrl(file, { isStored, size: "small" });
  return (
    <li className={styles.picture}>
      {url !== undefined && <img src={url} alt={file.name} decoding="async" draggable={false} />}
    </li>
  );
}

function Named({ file }: { file: SharedFile }) {
  const language = useLanguage();
  return (
    <li className={styles.named}>
      <FileIcon file={file} />
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {file.name}
        </span>
        <span className={styles.size}>{fileSize(file.size, language)}</span>
      </span>
    </li>
  );
}
