import { parseText, plainText, type Scheduled } from "@parley/contract";
import { Pencil, SendHorizontal, Trash2 } from "lucide-react";
import { useClient } from "../client-context.ts";
import { IconButton } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useNow } from "../use-now.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./scheduled-dialog.module.css";
import { usePlaceTitle } from "./use-place-title.ts";
import { whenName } from "./when-name.ts";
import { whyRefused } from "./why-refused.ts";

export interface ScheduledRowProps {
  scheduled: Scheduled;
  isElsewhere: boolean;
  onEdit: () => void;
}

/** One that waits: what it says, when it goes, or why it did not; and what can be done about it. */
export function ScheduledRow({ scheduled, isElsewhere, onEdit }: ScheduledRowProps) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const acts = useActs(scheduled);
  const title = usePlaceTitle(scheduled.roomId);
  const name = title ?? words.scheduled.somebody;
  const { body, sendAt, refusal } = scheduled;
  const when = whenName(words, sendAt, { name, now, language });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.text} dir="auto">
          {plainText(parseText(body))}
        </p>
        <p className={styles.facts}>
          {isElsewhere && `${title ?? words.scheduled.left} · `}
          {when}
        </p>
        {refusal && <p className={styles.refusal}>{words.scheduled.refused(whyRefused(words, language, refusal))}</p>}
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

function useActs(scheduled: Scheduled) {
  const client = useClient();
  const words = useWords();
  const toast = useToast();
  const action = useAction();
  const { id, roomId, body, replyTo, sendAt, refusal } = scheduled;
  const again = { id, roomId, body, ...(replyTo !== undefined && { replyTo }), sendAt };
  const undo = {
    label: words.app.undo,
    onSelect: () => void client.call("scheduled:add", again).catch(() => undefined),
  };
  return {
    error: action.error,
    send: () => void action.run(() => client.call("scheduled:send", { id })),
    remove: () =>
      void action.run(async () => {
        await client.call("scheduled:remove", { id });
        toast({ text: words.scheduled.removed, ...(refusal === undefined && { action: undo }) });
      }),
  };
}
