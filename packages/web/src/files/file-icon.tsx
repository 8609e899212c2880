import type { SharedFile } from "@parley/contract";
import { FileArchive, FileAudio, FileImage, FileText, FileVideo, File as PlainFile } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./file-cards.module.css";

const SIZE = 24;

/** What kind of thing a file is, and its ending. */
export function FileIcon({ file }: { file: Pick<SharedFile, "name" | "type" | "kind"> }) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {iconOf(file)}
    </span>
  );
}

function iconOf({ type, kind }: Pick<SharedFile, "type" | "kind">): ReactNode {
  if (kind === "image" || type.startsWith("image/")) return <FileImage size={SIZE} />;
  if (kind === "video" || type.startsWith("video/")) return <FileVideo size={SIZE} />;
  if (kind === "audio" || kind === "voice" || type.startsWith("audio/")) return <FileAudio size={SIZE} />;
  if (/zip|tar|compressed|7z|rar/.test(type)) return <FileArchive size={SIZE} />;
  if (/pdf|text|document|sheet|presentation|json|xml/.test(type)) return <FileText size={SIZE} />;
  return <PlainFile size={SIZE} />;
}
