import { newId, type RoomId, type RoomKind } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { ChoiceCards } from "../ui/choice-cards.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { RoomFields } from "./room-fields.tsx";

type Kind = Exclude<RoomKind, "direct">;

/** Makes a room, and leads into it. */
export function NewRoomDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  // One id for all attempts: a repeat after a lost answer finds the room made first.
  const [id] = useState(() => newId<RoomId>(Date.now()));
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [kind, setKind] = useState<Kind>("public");
  const { directory } = words;
  const create = async () => {
    const { room } = await client.call("room:create", { id, kind, name: name.trim(), topic: topic.trim() });
    onClose();
    navigate(`/r/${room.id}`);
  };
  const submit = () => {
    if (name.trim() === "") action.fail(directory.nameMissing, "name");
    else void action.run(create);
  };
  const isAtField = action.field === "name" || action.field === "topic";
  return (
    <Dialog
      title={directory.newRoom}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={action.isBusy}>
            {directory.create}
          </Button>
        </>
      }
    >
      <RoomFields action={action} name={name} topic={topic} onName={setName} onTopic={setTopic} />
      <ChoiceCards
        label={directory.kind}
        value={kind}
        onChange={setKind}
        choices={[
          { value: "public", label: directory.public, hint: directory.publicHint },
          { value: "private", label: directory.private, hint: directory.privateHint },
        ]}
      />
      {action.error !== null && !isAtField && <Banner kind="danger">{action.error}</Banner>}
    </Dialog>
  );
}
