import type { TimelineRow } from "@parley/client";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useToast } from "../ui/toast.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./failed-notice.module.css";

/** Why a message did not go out, and what can be done. */
export function FailedNotice({ row }: { row: TimelineRow }) {
  const words = useWords();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const key = row.outboxKey;
  if (key === null) return null;
  const copy = async () => {
    if (await copyText(row.message.body)) toast({ text: words.app.copied });
  };
  return (
    <div className={styles.notice} role="alert">
      <span>{words.deeds.failed(errorText(words, language, row.error))}</span>
      <span className={styles.actions}>
        <Button isSmall look="quiet" onClick={() => void client.retry(key)}>
          {words.app.retry}
        </Button>
        <Button isSmall look="quiet" onClick={() => void copy()}>
          {words.app.copy}
        </Button>
        <Button isSmall look="quiet" onClick={() => void client.discard(key)}>
          {words.app.delete}
        </Button>
      </span>
    </div>
  );
}
