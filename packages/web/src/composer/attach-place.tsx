import { Paperclip } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { useIsAtRest } from "../rest.tsx";
import { Attaching } from "../screens.ts";
import { IconButton } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./composer.module.css";
import type { useAttachments } from "./use-attachments.ts";

export interface AttachPlaceProps {
  title: string;
  files: ReturnType<typeof useAttachments>;
  /** What is being edited keeps the files that it has. */
  isOff: boolean;
}

/** The button that attaches files; what it opens comes when the page is at rest, or is asked for: by a press, or by a file that is dragged over the page. */
export function AttachPlace({ title, files, isOff }: AttachPlaceProps) {
  const { attached, change } = files;
  const words = useWords();
  const isAtRest = useIsAtRest();
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    // What takes it must be there before it is dropped, or the browser would open it in place of the page.
    document.addEventListener("dragenter", () => setAsked(true), { once: true, signal: listening.signal });
    return () => listening.abort();
  }, []);
  return (
    <div className={styles.attach} hidden={isOff}>
      <IconButton
        label={words.composer.attach}
        icon={<Paperclip size={20} />}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => {
          setOpener(event.currentTarget);
          // What is chosen from the menu outlives it.
          setAsked(true);
        }}
      />
      <Suspense fallback={null}>
        {!isOff && (isAtRest || isAsked) && (
          <Attaching
            title={title}
            opener={opener}
            onClose={() => setOpener(null)}
            attached={attached}
            onAttach={(more) => change((before) => [...before, ...more])}
          />
        )}
      </Suspense>
    </div>
  );
}
