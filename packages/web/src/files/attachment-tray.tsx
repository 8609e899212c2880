import type { OutgoingFile } from "@parley/client";
import { X } from "lucide-react";
import { fileSize } from "../account/file-size.ts";
import { useClient } from "../client-context.ts";
import { IconButton } from "../ui/button.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./attachment-tray.module.css";
import { FileIcon } from "./file-icon.tsx";
import { previewsOf } from "./previews.ts";

export interface AttachmentTrayProps {
  attached: readonly OutgoingFile[];
  change: (next: (before: readonly OutgoingFile[]) => readonly OutgoingFile[]) => void;
}

/** What goes with the next message, before it is sent. */
export function AttachmentTray({ attached, change }: AttachmentTrayProps) {
  const words = useWords();
  const remove = (file: OutgoingFile) => change((before) => before.filter((one) => one !== file));
  return (
    <ul className={styles.tray} aria-label={words.files.attached}>
      {attached.map((one) => (
        <Attached key={one.file.id} one={one} onRemove={() => remove(one)} />
      ))}
    </ul>
  );
}

function Attached({ one, onRemove }: { one: OutgoingFile; onRemove: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const { file, bytes } = one;
  const isShown = file.kind === "image" && file.width !== undefined;
  return (
    <li className={styles.item}>
      {isShown ? (
        <img className={styles.picture} src={previewsOf(client).add(file.id, bytes)} alt={file.name} />
      ) : (
        <span className={styles.file}>
          <FileIcon file={file} />
          <span className={styles.name} dir="auto">
            {file.name}
          </span>
          <span className={styles.size}>{fileSize(file.size, language)}</span>
        </span>
      )}
      <IconButton
        isSmall
        className={styles.remove}
        label={words.files.remove(file.name)}
        icon={<X size={16} />}
        onClick={onRemove}
      />
    </li>
  );
}
