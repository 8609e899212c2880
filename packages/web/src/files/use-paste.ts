import { useEffect, useRef } from "react";

/** Files that are pasted while one writes. */
export function usePaste(composerId: string, onPasted: (files: readonly File[]) => void): void {
  const latest = useRef(onPasted);
  useEffect(() => {
    latest.current = onPasted;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const isWriting = event.target instanceof Element && event.target.id === composerId;
      if (files.length === 0 || !isWriting) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [composerId]);
}
