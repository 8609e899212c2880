import { limits, type MessageId, type Report, type RoomId, type User } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";

export interface ReportDialogProps {
  user: Pick<User, "id" | "name">;
  /** Where it happened: the moderators there see the report, too. */
  roomId?: RoomId;
  /** Not about the person in general, but about this. */
  messageId?: MessageId;
  onClose: () => void;
}

type Reason = Report["reason"];

/** Tells those who keep order that something should not be here. */
export function ReportDialog({ user, roomId, messageId, onClose }: ReportDialogProps) {
  const { app, reports } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [reason, setReason] = useState<Reason>("spam");
  const [line, setLine] = useState("");
  const send = async () => {
    const about = { ...(roomId !== undefined && { roomId }), ...(messageId !== undefined && { messageId }) };
    await client.call("report:create", { userId: user.id, ...about, reason, line: line.trim() });
    onClose();
    toast({ text: reports.sent });
  };
  return (
    <Dialog
      title={messageId === undefined ? reports.titlePerson(user.name) : reports.titleMessage(user.name)}
      onClose={onClose}
      onSubmit={() => void action.run(send)}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {reports.send}
          </Button>
        </>
      }
    >
      <p>{roomId === undefined ? reports.textPerson : reports.text}</p>
      <ChoiceCards<Reason>
        label={reports.reason}
        value={reason}
        onChange={setReason}
        choices={[
          { value: "spam", label: reports.spam, hint: reports.spamHint },
          { value: "harassment", label: reports.harassment, hint: reports.harassmentHint },
          { value: "illegal", label: reports.illegal, hint: reports.illegalHint },
          { value: "other", label: reports.other, hint: reports.otherHint },
        ]}
      />
      <TextArea
        label={reports.line}
        value={line}
        rows={2}
        maxLength={limits.lineCharacters}
        error={action.field === "line" ? action.error : null}
        onChange={(event) => setLine(event.target.value)}
      />
      {action.error !== null && action.field !== "line" && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
