import type { FileKind, SharedFile } from "@parley/contract";
import { File, Film, Image, Mic, Music } from "lucide-react";
import { useWords } from "../words/use-words.ts";
import styles from "./search-hit-row.module.css";

const signs: Record<FileKind, typeof File> = { image: Image, video: Film, audio: Music, voice: Mic, file: File };
const SHOWN = 3;

/** What came with a message that was found: it may have been found by their names. */
export function HitFiles({ files }: { files: readonly SharedFile[] }) {
  const { search } = useWords();
  const rest = files.length - SHOWN;
  return (
    <>
      {files.slice(0, SHOWN).map(({ id, kind, name }) => {
        const Sign = signs[kind];
        return (
          <span key={id} className={styles.file}>
            <Sign size={14} aria-hidden="true" className={styles.sign} />
            <span className={styles.fileName} dir="auto">
              {kind === "voice" ? search.voice : name}
            </span>
          </span>
        );
      })}
      {rest > 0 && <span className={styles.file}>{search.moreFiles(rest)}</span>}
    </>
  );
}
