import { limits } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import type { Length } from "./discipline-terms.ts";
import type { DisciplineDialogProps } from "./mute-dialog.tsx";
import { TermField, useTerm } from "./term-field.tsx";

const lengths: readonly Length[] = ["forGood", "day", "week", "until"];

/** Takes somebody out of a room and keeps them out, with a reason and for as long as it shall be. */
export function BanDialog({ roomId, user, onClose }: DisciplineDialogProps) {
  const { app, order } = useWords();
  const { ban: text } = order;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const term = useTerm("forGood");
  const [reason, setReason] = useState("");
  const ban = async (forMs: number | null) => {
    await client.call("member:ban", { roomId, userId: user.id, reason: reason.trim(), forMs });
    onClose();
    toast({ text: text.done(user.name) });
  };
  const submit = () => {
    const forMs = term.ms();
    if (forMs === undefined) action.fail(order.terms.momentMissing, "moment");
    else void action.run(() => ban(forMs));
  };
  return (
    <Dialog
      title={text.title(user.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="danger" type="submit" isBusy={action.isBusy}>
            {text.now}
          </Button>
        </>
      }
    >
      <p>{text.text}</p>
      <TextField
        label={text.reason}
        value={reason}
        autoComplete="off"
        maxLength={limits.lineCharacters}
        hint={text.reasonHint}
        error={action.field === "reason" ? action.error : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <TermField label={text.label} lengths={lengths} term={term} action={action} />
      {action.error !== null && action.field !== "moment" && action.field !== "reason" && (
        <Banner kind="danger">{action.error}</Banner>
      )}
    </Dialog>
  );
}
