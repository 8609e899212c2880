import type { TimelineRow } from "@parley/client";
import { limits, type RoomId } from "@parley/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { threadPath } from "../threads/thread-path.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { PlacePicker } from "./place-picker.tsx";
import type { Place } from "./use-place-picker.ts";

export interface ForwardDialogProps {
  rows: readonly TimelineRow[];
  roomId: RoomId;
  onClose: () => void;
  /** It is on its way. */
  onDone?: (() => void) | undefined;
}

/** Carries messages into other rooms and threads, with a word of one's own before them. */
export function ForwardDialog({ rows, roomId, onClose, onDone }: ForwardDialogProps) {
  const { app, organise } = useWords();
  const [picked, setPicked] = useState<readonly Place[]>([]);
  const [comment, setComment] = useState("");
  const { error, isBusy, fail, forward } = useForward({ rows, roomId, onClose, onDone });
  const submit = () => (picked.length === 0 ? fail(organise.pickPlace) : forward(picked, comment.trim()));
  return (
    <Dialog
      title={organise.forwardTitle(rows.length)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button look="primary" type="submit" isBusy={isBusy}>
            {picked.length > 1 ? organise.forwardTo(picked.length) : organise.forward}
          </Button>
        </>
      }
    >
      <PlacePicker picked={picked} onPick={setPicked} />
      <TextField
        label={organise.comment}
        isLabelHidden
        placeholder={organise.comment}
        maxLength={limits.bodyCharacters}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {error !== null && <Banner kind="danger">{error}</Banner>}
    </Dialog>
  );
}

function useForward({ rows, roomId, onClose, onDone }: ForwardDialogProps) {
  const { organise } = useWords();
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const [, navigate] = useLocation();
  const send = async (places: readonly Place[], comment: string) => {
    const to: RoomId[] = [];
    for (const place of places) {
      // Only this needs a connection: all else waits in the outbox.
      const begun = place.kind === "person" && (await client.call("room:create-direct", { userIds: [place.key] }));
      to.push(begun ? begun.room.id : (place.key as RoomId));
    }
    await client.forward({ from: roomId, messages: rows.map(({ message }) => message), to, comment });
    onClose();
    onDone?.();
    const [first] = places;
    if (places.length === 1 && first) {
      const isThread = first.kind === "thread";
      const path = isThread ? threadPath(first.thread) : `/r/${to[0]}`;
      const text = isThread ? organise.forwardedToThread(first.room) : organise.forwardedToOne(first.title);
      toast({ text, action: { label: organise.open, onSelect: () => navigate(path) } });
    } else toast({ text: organise.forwardedTo(places.length) });
  };
  return {
    error: action.error,
    isBusy: action.isBusy,
    fail: action.fail,
    forward: (places: readonly Place[], comment: string) => void action.run(() => send(places, comment)),
  };
}
