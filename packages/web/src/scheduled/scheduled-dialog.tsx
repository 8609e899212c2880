import type { MessageId, RoomId } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useWords } from "../words/use-words.ts";
import { type Deleted, DeletedLine } from "./deleted-line.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import styles from "./scheduled-dialog.module.css";
import { ScheduledRow } from "./scheduled-row.tsx";
import { usePlaceTitle } from "./use-place-title.ts";
import { useWaiting, type Waiting } from "./use-waiting.ts";

/** All that waits: first what waits in this conversation, then what waits elsewhere, also where I am not any more. */
export function ScheduledDialog({ roomId, onClose }: { roomId: RoomId; onClose: () => void }) {
  const { scheduled: words } = useWords();
  const [editedId, setEdited] = useState<MessageId | null>(null);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const all = useWaiting();
  const edited = all.find(({ id }) => id === editedId);
  if (edited !== undefined) return <EditDialog waiting={edited} onClose={() => setEdited(null)} />;
  const sorted = all.toSorted((one, other) => rank(one) - rank(other));
  const here = sorted.filter((one) => one.roomId === roomId);
  const elsewhere = sorted.filter((one) => one.roomId !== roomId);
  return (
    <Dialog title={words.title} onClose={onClose} isWide>
      {all.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      <List items={here} onEdit={setEdited} onDeleted={setDeleted} />
      {elsewhere.length > 0 && (
        <section>
          <h3 className={styles.heading}>{words.elsewhere}</h3>
          <List items={elsewhere} isElsewhere onEdit={setEdited} onDeleted={setDeleted} />
        </section>
      )}
      <DeletedLine deleted={deleted} onUndone={() => setDeleted(null)} />
    </Dialog>
  );
}

function EditDialog({ waiting, onClose }: { waiting: Waiting; onClose: () => void }) {
  const { scheduled: words } = useWords();
  const client = useClient();
  const name = usePlaceTitle(waiting.roomId) ?? words.somebody;
  const { id, sendAt: before, refusal, outgoing } = waiting;
  return (
    <ScheduleDialog
      known={waiting}
      {...(before === null && { awaited: name })}
      onSet={({ body, sendAt }) => {
        if (outgoing) return client.reschedule(outgoing.key, { body: body.trim(), sendAt });
        // The same time again is none to be judged.
        const isMoved = sendAt !== before || refusal !== undefined;
        return client.call("scheduled:change", { id, body, ...(isMoved && { sendAt }) });
      }}
      onClose={onClose}
    />
  );
}

interface ListProps {
  items: readonly Waiting[];
  isElsewhere?: boolean;
  onEdit: (id: MessageId) => void;
  onDeleted: (deleted: Deleted) => void;
}

function List({ items, isElsewhere = false, onEdit, onDeleted }: ListProps) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <ScheduledRow
          key={one.id}
          waiting={one}
          isElsewhere={isElsewhere}
          onEdit={() => onEdit(one.id)}
          onDeleted={onDeleted}
        />
      ))}
    </ul>
  );
}

/** What needs a decision is first; what waits for somebody comes after what has a time. */
function rank({ sendAt, refusal }: Waiting): number {
  return refusal === undefined ? (sendAt ?? Number.MAX_SAFE_INTEGER) : -1;
}
