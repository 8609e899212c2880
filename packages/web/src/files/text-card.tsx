import type { TimelineRow } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { Coloured } from "../messages/code-block.tsx";
import { useWords } from "../words/use-words.ts";
import { headOf } from "./file-text.ts";
import { languageOf } from "./shown-text.ts";
import styles from "./text-card.module.css";

export interface TextHeadProps {
  row: TimelineRow;
  file: SharedFile;
  onOpen: () => void;
}

/** The first lines of text or code. They have their place before they are there. */
export function TextHead({ row, file, onOpen }: TextHeadProps) {
  const words = useWords();
  const client = useClient();
  const isStored = row.status === "stored";
  const [head, setHead] = useState("");
  useEffect(() => {
    let isCurrent = true;
    headOf(file, client, isStored).then(
      (text) => isCurrent && setHead(text),
      // Its name and size are all there is to see of it for now.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [file, client, isStored]);
  return (
    <div className={styles.head}>
      <div className={styles.lines} dir="auto">
        <Coloured language={languageOf(file.name)} text={head} />
      </div>
      {isStored && (
        <button type="button" className={styles.cover} aria-label={words.files.open(file.name)} onClick={onOpen} />
      )}
    </div>
  );
}
