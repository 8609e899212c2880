import type { RoomEntry } from "@parley/client";
import { limits, type User } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { PeoplePicker } from "./people-picker.tsx";

/** Brings people who have an account into a room. */
export function AddPeopleDialog({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const { app, people } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [picked, setPicked] = useState<readonly User[]>([]);
  const { room } = entry.state;
  const add = async () => {
    const userIds = picked.map((user) => user.id);
    const { added } = await client.call("member:add", { roomId: room.id, userIds });
    onClose();
    toast({ text: added === 0 ? people.addedNone : people.added(added) });
  };
  const submit = () => {
    if (picked.length === 0) action.fail(people.pickFirst);
    else void action.run(add);
  };
  return (
    <Dialog
      title={people.addTitle(room.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {picked.length === 0 ? people.add : people.addNow(picked.length)}
          </Button>
        </>
      }
    >
      <PeoplePicker
        picked={picked}
        onPick={setPicked}
        isLeftOut={(user) => entry.members?.has(user.id) === true}
        most={limits.addPeople}
      />
      {action.error !== null && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
