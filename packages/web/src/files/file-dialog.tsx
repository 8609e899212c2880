import type { SharedFile } from "@parley/contract";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Coloured } from "../messages/code-block.tsx";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { textOf } from "./file-text.ts";
import { downloadUrl, posterUrl } from "./file-urls.ts";
import { isShownText, languageOf } from "./shown-text.ts";
import styles from "./text-card.module.css";

export interface FileDialogProps {
  file: SharedFile;
  onClose: () => void;
}

/** What is in a file: all of a text, or the first page of a document. */
export function FileDialog({ file, onClose }: FileDialogProps) {
  const words = useWords();
  const toast = useToast();
  const isText = isShownText(file);
  const text = useText(file, isText);
  const copy = async () => {
    if (text !== null && (await copyText(text))) toast({ text: words.app.copied });
  };
  const download = () => {
    const link = document.createElement("a");
    link.href = downloadUrl(file);
    link.download = file.name;
    link.click();
  };
  const footer = (
    <>
      {isText && (
        <Button disabled={!text} onClick={() => void copy()}>
          {words.app.copy}
        </Button>
      )}
      <Button
        look="primary"
        icon={<Download size={18} />}
        aria-label={words.files.download(file.name)}
        onClick={download}
      >
        {words.files.downloadIt}
      </Button>
    </>
  );
  return (
    <Dialog title={file.name} isWide onClose={onClose} footer={footer}>
      {isText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also with the keyboard.
        <pre className={styles.text} dir="auto" tabIndex={0} data-autofocus>
          {text === null ? words.files.unreadableHere : <Coloured language={languageOf(file.name)} text={text} />}
        </pre>
      ) : (
        <img className={styles.page} src={posterUrl(file)} alt={words.files.firstPage} />
      )}
    </Dialog>
  );
}

/** Empty until it is here, null if it cannot be had. */
function useText(file: SharedFile, isWanted: boolean): string | null {
  const [text, setText] = useState<string | null>("");
  useEffect(() => {
    let isCurrent = true;
    if (isWanted)
      textOf(file).then(
        (found) => isCurrent && setText(found),
        () => isCurrent && setText(null),
      );
    return () => {
      isCurrent = false;
    };
  }, [file, isWanted]);
  return text;
}
