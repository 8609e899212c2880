import { limits, type Report } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";

/** `suspend` is what a ban comes to where there is no room to be banned from. */
export type Settlement = "delete" | "warn" | "ban" | "suspend";

export interface SettleDialogProps {
  report: Report;
  /** Whom it is about. */
  name: string;
  settlement: Settlement;
  onSettled: () => void;
  onClose: () => void;
}

/** Says what will happen, and takes a note for the log; of a warning it is what they read. */
export function SettleDialog({ report, name, settlement, onSettled, onClose }: SettleDialogProps) {
  const { app, reports } = useWords();
  const client = useClient();
  const action = useAction();
  const [note, setNote] = useState("");
  const { title, text, confirm } = saying(reports, settlement, name);
  const isWarning = settlement === "warn";
  const settle = async () => {
    const what = settlement === "suspend" ? "ban" : settlement;
    await client.call("report:settle", { reportId: report.id, action: what, note: note.trim() });
    onSettled();
  };
  const submit = () => {
    if (isWarning && note.trim() === "") action.fail(reports.noteMissing, "note");
    else void action.run(settle);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look={isWarning ? "primary" : "danger"} type="submit" isBusy={action.isBusy}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <TextArea
        label={isWarning ? reports.noteWarn : reports.note}
        hint={isWarning ? undefined : reports.noteHint}
        value={note}
        rows={2}
        maxLength={limits.lineCharacters}
        error={action.field === "note" ? action.error : null}
        onChange={(event) => setNote(event.target.value)}
      />
      {action.error !== null && action.field !== "note" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}

function saying(words: Words["reports"], settlement: Settlement, name: string) {
  switch (settlement) {
    case "delete":
      return { title: words.deleteSure, text: words.deleteText, confirm: words.confirmDelete };
    case "warn":
      return { title: words.warnSure(name), text: words.warnText, confirm: words.confirmWarn };
    case "ban":
      return { title: words.banSure(name), text: words.banText, confirm: words.confirmBan };
    case "suspend":
      return { title: words.suspendSure(name), text: words.suspendText, confirm: words.confirmSuspend };
  }
}
