import type { RoomEntry } from "@parley/client";
import type { RoomId, RoomRules } from "@parley/contract";
import { Ban, Scale, ScrollText, Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { useClient } from "../client-context.ts";
import { BanList } from "../order/ban-list.tsx";
import { ExpiryField } from "../order/expiry-field.tsx";
import { RoomRulesFields } from "../order/room-rules.tsx";
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
      {mayChange && (
        <Group icon={<Scale size={18} aria-hidden="true" />} title={words.order.rules.title}>
          <div className={styles.fields}>
            <RoomRulesFields rules={form.rules} onChange={form.changeRules} />
            <ExpiryField value={form.expiry} onChange={form.setExpiry} />
          </div>
        </Group>
      )}
      {form.action.error !== null && !form.isAtField && <Banner kind="danger">{form.action.error}</Banner>}
      <Group icon={<Users size={18} aria-hidden="true" />} title={settings.members} count={room.memberCount}>
        <MemberList entry={entry} />
      </Group>
      {mayDo("discipline", entry.state) && <Discipline entry={entry} onClose={onClose} />}
      <LeaveRoom entry={entry} onLeft={onClose} />
    </Dialog>
  );
}

/** For those who keep order: who is kept out, and what was done. */
function Discipline({ entry, onClose }: { entry: RoomEntry; onClose: () => void }) {
  const { order } = useWords();
  const { room } = entry.state;
  return (
    <>
      {!room.isLobby && (
        <Group icon={<Ban size={18} aria-hidden="true" />} title={order.ban.list}>
          <BanList roomId={room.id} />
        </Group>
      )}
      <Link className={styles.log} href={`/reports/log?room=${room.id}`} onClick={onClose}>
        <ScrollText size={18} aria-hidden="true" />
        {order.log}
      </Link>
    </>
  );
}

interface GroupProps {
  icon: ReactNode;
  title: string;
  count?: number;
  children: ReactNode;
}

/** What is looked at now and then: there once it is opened. */
function Group({ icon, title, count, children }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.members} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        {icon}
        {title} {count !== undefined && <span className={styles.count}>{count}</span>}
      </summary>
      {isOpen && children}
    </details>
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
  const [changed, setChanged] = useState<Partial<RoomRules>>({});
  const [expiry, setExpiry] = useState(room.expiresAfterMs);
  const roomId = room.id;
  const save = async () => {
    const changes = {
      ...(name.trim() === room.name ? {} : { name: name.trim() }),
      ...(topic.trim() === room.topic ? {} : { topic: topic.trim() }),
      ...(Object.keys(changed).length === 0 ? {} : { rules: changed }),
    };
    const isChanged = Object.keys(changes).length > 0;
    if (isChanged) await client.call("room:change", { roomId, ...changes });
    if (expiry !== room.expiresAfterMs) await client.call("room:set-expiry", { roomId, expiresAfterMs: expiry });
    if (isChanged || expiry !== room.expiresAfterMs) toast({ text: directory.settings.saved });
    onDone();
  };
  const submit = () => {
    if (name.trim() === "") action.fail(directory.nameMissing, "name");
    else void action.run(save);
  };
  const isAtField = action.field === "name" || action.field === "topic";
  return {
    ...{ action, name, topic, setName, setTopic, submit, isAtField, expiry, setExpiry },
    rules: { ...room.rules, ...changed },
    changeRules: (more: Partial<RoomRules>) => setChanged((before) => ({ ...before, ...more })),
  };
}
