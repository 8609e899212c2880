import { limits, type User } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { PeoplePicker } from "../people/people-picker.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";

/** Pick one person or several; leads to the conversation with them, a new one or the one there is. */
export function NewMessageDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const [picked, setPicked] = useState<readonly User[]>([]);
  const start = async () => {
    const { room } = await client.call("room:create-direct", { userIds: picked.map((user) => user.id) });
    onClose();
    navigate(`/r/${room.id}`);
  };
  const submit = () => {
    if (picked.length === 0) action.fail(words.people.pickFirst);
    else void action.run(start);
  };
  return (
    <Dialog
      title={words.people.newMessage}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {words.people.start}
          </Button>
        </>
      }
    >
      <PeoplePicker picked={picked} onPick={setPicked} most={limits.directPeople} hint={words.people.hintGroup} />
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
