import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useWords } from "../words/use-words.ts";
import styles from "./drop-zone.module.css";

interface DropZoneProps {
  /** Where they would go. */
  title: string;
  onDropped: (files: readonly File[]) => void;
}

/** Anywhere onto the conversation. What falls beside it is not opened in place of the page. */
export function DropZone({ title, onDropped }: DropZoneProps) {
  const words = useWords();
  const [zone, setZone] = useState<HTMLElement | null>(null);
  const latest = useRef(onDropped);
  useEffect(() => {
    latest.current = onDropped;
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const conversation = conversationAt(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = conversation ? "copy" : "none";
      setZone(conversation);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setZone(null);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setZone(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (conversationAt(event) && files.length > 0) latest.current(files);
    };
    document.addEventListener("dragover", over, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", drop, { signal });
    return () => listening.abort();
  }, []);
  if (zone === null) return null;
  const { left, top, width, height } = zone.getBoundingClientRect();
  return createPortal(
    <div className={styles.zone} style={{ left, top, width, height }}>
      <p className={styles.words}>
        <Upload size={28} aria-hidden="true" />
        {words.files.dropHere(title)}
      </p>
    </div>,
    document.body,
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") === true && document.querySelector("dialog[open]") === null;
}

function conversationAt({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("main") : null;
}
