import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { X } from "lucide-react";
import { useClient } from "../client-context.ts";
import { IconButton } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./upload-sign.module.css";
import { UploadText } from "./upload-text.tsx";
import { percentOf, useUpload } from "./use-upload.ts";

/** On a picture: how far it is, and a way to take it out. */
export function UploadSign({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const upload = useUpload(file);
  const percent = percentOf(upload, file);
  return (
    <div className={styles.sign}>
      <CancelUpload row={row} file={file} />
      {row.status !== "failed" && (
        <div className={styles.foot}>
          <progress className={styles.bar} max={100} value={percent} aria-hidden="true" />
          <UploadText file={file} upload={upload} />
        </div>
      )}
    </div>
  );
}

/** Takes a file out of a message that waits. */
export function CancelUpload({ row, file }: { row: TimelineRow; file: SharedFile }) {
  const words = useWords();
  const client = useClient();
  const key = row.outboxKey;
  if (key === null) return null;
  return (
    <IconButton
      isSmall
      className={styles.cancel}
      label={words.files.takeOut(file.name)}
      icon={<X size={18} />}
      onClick={() => void client.dropFile(key, file.id)}
    />
  );
}
