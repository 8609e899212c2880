import { limits, type User } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { PeoplePicker } from "../people/people-picker.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";

const MOST = 10;

/** Finds people by name and asks them, with a line of one's own. */
export function AddFriendsDialog({ onClose }: { onClose: () => void }) {
  const { app, friends, people } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const relations = useClientState((state) => state.relations);
  const [picked, setPicked] = useState<readonly User[]>([]);
  const [line, setLine] = useState("");
  const ask = async () => {
    for (const { id } of picked) await client.call("friend:ask", { userId: id, line: line.trim() });
    onClose();
    toast({ text: friends.sent(picked.length) });
  };
  const submit = () => {
    if (picked.length === 0) action.fail(people.pickFirst);
    else void action.run(ask);
  };
  return (
    <Dialog
      title={friends.addTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {friends.send}
          </Button>
        </>
      }
    >
      <PeoplePicker picked={picked} onPick={setPicked} isLeftOut={(user) => relations.has(user.id)} most={MOST} />
      <TextField
        label={friends.line}
        hint={friends.lineHint}
        maxLength={limits.lineCharacters}
        value={line}
        onChange={(event) => setLine(event.target.value)}
      />
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
