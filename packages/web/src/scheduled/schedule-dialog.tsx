import { limits } from "@parley/contract";
import { useState } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextArea, TextField } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { enteredAt, momentOf, nextHour } from "./moments.ts";
import styles from "./schedule-dialog.module.css";
import type { Waiting } from "./use-waiting.ts";
import { WaitingFiles } from "./waiting-files.tsx";

export interface ScheduleDialogProps {
  /** What is changed; nothing yet for what stands in the box. */
  known?: Waiting;
  /** Whom it waits for, if it waits for somebody. */
  awaited?: string;
  onSet: (set: { body: string; sendAt: number | null }) => Promise<unknown>;
  onClose: () => void;
}

/** When a message is to be sent, by a date and a time of the reader's clock; of one that waits, also what it says. */
export function ScheduleDialog({ known, awaited, onSet, onClose }: ScheduleDialogProps) {
  const { app, scheduled: words } = useWords();
  const action = useAction();
  const [body, setBody] = useState(known?.body ?? "");
  const [doesAwait, setAwait] = useState(awaited !== undefined);
  const [entered, setEntered] = useState(() => enteredAt(soonest(known?.sendAt)));
  const submit = () => {
    const sendAt = doesAwait ? null : momentOf(entered);
    if (!doesAwait && sendAt === null) return action.fail(words.noTime);
    if (sendAt !== null && sendAt <= Date.now() && sendAt !== known?.sendAt) return action.fail(words.passed);
    void action.run(async () => {
      await onSet({ body, sendAt });
      onClose();
    });
  };
  return (
    <Dialog
      title={known ? words.editTitle : words.chooseTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {known ? app.save : words.set}
          </Button>
        </>
      }
    >
      {known?.files && <WaitingFiles files={known.files} isStored={!known.outgoing} />}
      {known && (
        <TextArea
          label={words.text}
          rows={4}
          maxLength={limits.bodyCharacters}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      )}
      {awaited !== undefined && <Switch label={words.whenOnline(awaited)} isOn={doesAwait} onChange={setAwait} />}
      {!doesAwait && (
        <div className={styles.when}>
          <TextField
            type="date"
            label={words.date}
            min={enteredAt(Date.now()).date}
            value={entered.date}
            onChange={(event) => setEntered({ ...entered, date: event.target.value })}
          />
          <TextField
            type="time"
            label={words.time}
            value={entered.time}
            onChange={(event) => setEntered({ ...entered, time: event.target.value })}
          />
        </div>
      )}
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

/** What it has; where that has passed, or there is none, the next full hour. */
function soonest(sendAt: number | null | undefined): number {
  const now = Date.now();
  return sendAt != null && sendAt > now ? sendAt : nextHour(now);
}
