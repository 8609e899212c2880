import { parseText, plainText } from "@parley/contract";
import { Pencil, SendHorizontal, Trash2 } from "lucide-react";
import { IconButton } from "../ui/button.tsx";
import { useNow } from "../use-now.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { Deleted } from "./deleted-line.tsx";
import styles from "./scheduled-dialog.module.css";
import { UploadShare } from "./upload-share.tsx";
import { usePlaceTitle } from "./use-place-title.ts";
import type { Waiting } from "./use-waiting.ts";
import { useWaitingActs } from "./use-waiting-acts.ts";
import { WaitingFiles } from "./waiting-files.tsx";
import { whenName } from "./when-name.ts";
import { whyRefused } from "./why-refused.ts";

export interface ScheduledRowProps {
  waiting: Waiting;
  isElsewhere: boolean;
  onEdit: () => void;
  onDeleted: (deleted: Deleted) => void;
}

/** One that waits: what it says, when it goes, or why it did not; and what can be done about it. */
export function ScheduledRow({ waiting, isElsewhere, onEdit, onDeleted }: ScheduledRowProps) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const acts = useWaitingActs(waiting, onDeleted);
  const title = usePlaceTitle(waiting.roomId);
  const name = title ?? words.scheduled.somebody;
  const { body, files, sendAt, refusal, outgoing } = waiting;
  const when = whenName(words, sendAt, { name, now, language });
  // Its files took too long to get there.
  const isLate = outgoing !== undefined && sendAt !== null && sendAt <= now;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        {files && <WaitingFiles files={files} isStored={!outgoing} />}
        {body !== "" && (
          <p className={styles.text} dir="auto">
            {plainText(parseText(body))}
          </p>
        )}
        <p className={styles.facts}>
          {isElsewhere && `${title ?? words.scheduled.left} · `}
          {when}
          {outgoing && !refusal && (
            <>
              {" · "}
              <UploadShare files={files ?? []} />
            </>
          )}
        </p>
        {refusal && (
          <p className={styles.refusal}>
            {words.scheduled.refused(isLate ? words.scheduled.passed : whyRefused(words, language, refusal))}
          </p>
        )}
        {acts.error !== null && (
          <p className={styles.refusal} role="alert">
            {acts.error}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <IconButton label={words.scheduled.edit} icon={<Pencil size={18} />} onClick={onEdit} />
        <IconButton label={words.scheduled.sendNow} icon={<SendHorizontal size={18} />} onClick={acts.send} />
        <IconButton label={words.scheduled.remove} icon={<Trash2 size={18} />} onClick={acts.remove} />
      </div>
    </li>
  );
}
