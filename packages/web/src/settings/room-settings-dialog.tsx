import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { Users } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { MemberList } from "../people/member-list.tsx";
import { mayDo } from "../rooms/permitted.ts";
import { RoomFields } from "../rooms/room-fields.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useRoom } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { LeaveRoom } from "./leave-room.tsx";
import styles from "./room-settings-dialog.module.css";

export interface RoomSettingsDialogProps {
  roomId?: RoomId;
  onClose: () => void;
}

/** Name, topic, roles, and the way out. */
export function RoomSettingsDialog({ roomId, onClose }: RoomSettingsDialogProps) {
  const entry = useOpenRoom(roomId);
  return entry ? <RoomSettings entry={entry} onClose={onClose} /> : null;
}

function RoomSettings({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const words = useWords();
  const { settings } = words.directory;
  const { room } = entry.state;
  const form = useRoomForm(entry, onClose);
  const mayChange = mayDo("change", entry.state);
  return (
    <Dialog
      title={settings.title(room.name)}
      onClose={onClose}
      onSubmit={form.submit}
      footer={
        mayChange && (
          <>
            <Button onClick={onClose}>{words.app.cancel}</Button>
            <Button look="primary" type="submit" isBusy={form.action.isBusy}>
              {settings.save}
            </Button>
          </>
        )
      }
    >
      {mayChange ? (
        <RoomFields
          action={form.action}
          name={form.name}
          topic={form.topic}
          onName={form.setName}
          onTopic={form.setTopic}
        />
      ) : (
        <Facts entry={entry} />
      )}
      {form.action.error !== null && !form.isAtField && <Banner kind="danger">{form.action.error}</Banner>}
      <details className={styles.members}>
        <summary className={styles.summary}>
          <Users size={18} aria-hidden="true" />
          {settings.members} <span className={styles.count}>{room.memberCount}</span>
        </summary>
        <MemberList entry={entry} />
      </details>
      <LeaveRoom entry={entry} onLeft={onClose} />
    </Dialog>
  );
}

/** For members who may not change them. */
function Facts({ entry }: { entry: RoomEntry }) {
  const { settings } = useWords().directory;
  return (
    <div>
      {entry.state.room.topic !== "" && <p dir="auto">{entry.state.room.topic}</p>}
      <p className={styles.hint}>{settings.mayNot}</p>
    </div>
  );
}

function useOpenRoom(roomId: RoomId | undefined): RoomEntry | undefined {
  return useRoom(roomId ?? ("" as RoomId));
}

function useRoomForm(entry: RoomEntry, onDone: () => void) {
  const { directory } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const { room } = entry.state;
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic);
  const save = async () => {
    const changed = {
      ...(name.trim() === room.name ? {} : { name: name.trim() }),
      ...(topic.trim() === room.topic ? {} : { topic: topic.trim() }),
    };
    if (Object.keys(changed).length > 0) {
      await client.call("room:change", { roomId: room.id, ...changed });
      toast({ text: directory.settings.saved });
    }
    onDone();
  };
  const submit = () => {
    if (name.trim() === "") action.fail(directory.nameMissing, "name");
    else void action.run(save);
  };
  const isAtField = action.field === "name" || action.field === "topic";
  return { action, name, topic, setName, setTopic, submit, isAtField };
}
