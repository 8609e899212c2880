import { Copy } from "lucide-react";
import { lazy, Suspense } from "react";
import { IconButton } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./code-block.module.css";
import type { CodeTokensProps } from "./code-tokens.tsx";

const CodeTokens = lazy(async () => ({ default: (await import("./code-tokens.tsx")).CodeTokens }));

/** Plain until the colours are there, which the first block of code on screen asks for. */
export function Coloured(props: CodeTokensProps) {
  return (
    <Suspense fallback={props.text}>
      <CodeTokens {...props} />
    </Suspense>
  );
}

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
        <code>{language === "" ? text : <Coloured language={language} text={text} />}</code>
      </pre>
    </div>
  );
}
