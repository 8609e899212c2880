import { Copy } from "lucide-react";
import { IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./code-block.module.css";

export function CodeBlock({ language, text }: { language: string; text: string }) {
  const words = useWords();
  const toast = useToast();
  const copy = async () => {
    if (await copyText(text)) toast({ text: words.app.copied });
  };
  return (
    <div className={styles.block} dir="ltr">
      <div className={styles.bar}>
        <span>{language}</span>
        <IconButton isSmall label={words.messages.copyCode} icon={<Copy size={15} />} onClick={() => void copy()} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also with the keyboard. */}
      <pre className={styles.code} tabIndex={0}>
        <code>{text}</code>
      </pre>
    </div>
  );
}
