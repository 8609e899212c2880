import { type ClientState, type TimelineRow, timeline } from "@parley/client";
import type { MessageId, RoomId } from "@parley/contract";
import { Bookmark, Copy, Forward, Trash2, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { isOffered } from "../messages/message-actions.tsx";
import { messageDeeds } from "../messages/message-deeds.ts";
import { useDeedParts } from "../messages/use-deed-parts.ts";
import { IconButton } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { copyText } from "../ui/copy-text.ts";
import { useClientState } from "../use-client-state.ts";
import { failureText } from "../words/failure-text.ts";
import { useWords } from "../words/use-words.ts";
import { ForwardDialog } from "./forward-dialog.tsx";
import styles from "./selection-bar.module.css";

export interface SelectionBarProps {
  roomId: RoomId;
  keys: ReadonlySet<MessageId>;
  onClose: () => void;
}

const SIZE = 20;

/** In the composer's place while messages are chosen: what can be done with all of them. */
export function SelectionBar({ roomId, keys, onClose }: SelectionBarProps) {
  const { app, deeds, organise } = useWords();
  const client = useClient();
  const parts = useDeedParts();
  const [asking, ask] = useState<"forward" | "delete" | null>(null);
  const rows = useChosen(roomId, keys);
  const fits = (name: "forward" | "delete") =>
    rows.length > 0 && rows.every((row) => isOffered(name, messageDeeds(parts, row)));
  useEscape(onClose, asking === null);
  const copy = async () => {
    if (await copyText(textOf(parts.client.getState(), rows))) parts.toast({ text: app.copied });
    onClose();
  };
  const remove = async () => {
    for (const { message } of rows) await client.remove(roomId, message.id);
    onClose();
  };
  const save = async () => {
    const places = rows.map(({ message }) => ({ roomId, seq: message.seq }));
    const done = Promise.all(places.map((place) => client.call("saved:add", place)));
    await done.then(
      () => parts.toast({ text: organise.savedOne }),
      (error: unknown) => parts.toast({ text: failureText(parts.words, parts.language, error) }),
    );
    onClose();
  };
  return (
    <div className={styles.bar} role="toolbar" aria-label={organise.selection}>
      <IconButton label={app.cancel} icon={<X size={SIZE} />} keys="Esc" onClick={onClose} data-autofocus />
      <span className={styles.count} role="status">
        {organise.chosen(rows.length)}
      </span>
      <IconButton label={deeds.copyText} icon={<Copy size={SIZE} />} disabled={rows.length === 0} onClick={copy} />
      <IconButton
        label={organise.save}
        icon={<Bookmark size={SIZE} />}
        disabled={!fits("forward")}
        onClick={() => void save()}
      />
      <IconButton
        label={deeds.delete}
        icon={<Trash2 size={SIZE} />}
        disabled={!fits("delete")}
        onClick={() => ask("delete")}
      />
      <IconButton
        label={organise.forward}
        icon={<Forward size={SIZE} />}
        disabled={!fits("forward")}
        onClick={() => ask("forward")}
      />
      {asking === "forward" && <ForwardDialog rows={rows} roomId={roomId} onClose={() => ask(null)} onDone={onClose} />}
      {asking === "delete" && (
        <ConfirmDialog
          title={organise.deleteTitle(rows.length)}
          text={organise.deleteText}
          confirmLabel={app.delete}
          cancelLabel={app.cancel}
          onConfirm={remove}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}

/** Those chosen that are there still, in their order. */
function useChosen(roomId: RoomId, keys: ReadonlySet<MessageId>): readonly TimelineRow[] {
  const rows = useClientState(useCallback((state: ClientState) => timeline(state, roomId), [roomId]));
  return rows.filter((row) => keys.has(row.key) && row.message.deletedAt === undefined);
}

/** Wherever the focus is. */
function useEscape(onClose: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    addEventListener("keydown", onKeyDown, true);
    return () => removeEventListener("keydown", onKeyDown, true);
  }, [onClose, isOn]);
}

/** Who said what; of a single message just its text. */
function textOf({ people }: ClientState, rows: readonly TimelineRow[]): string {
  const [only] = rows;
  if (rows.length === 1 && only) return only.message.body;
  return rows.map(({ message }) => `${people.get(message.senderId)?.name ?? "?"}: ${message.body}`).join("\n");
}
