import type { RoomEntry } from "@parley/client";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";

/** `clear`: for me alone. `deleteMine`: what I wrote, for all. `deleteDirect`: the private conversation, for all. */
export type Removal = "clear" | "deleteMine" | "deleteDirect";

export interface RemovalDialogProps {
  entry: RoomEntry;
  removal: Removal;
  onClose: () => void;
}

/** Says exactly what goes, and for whom, before it does. */
export function RemovalDialog({ entry, removal, onClose }: RemovalDialogProps) {
  const { app, order } = useWords();
  const action = useAction();
  const removals = useRemovals(entry);
  const { title, text, now } = order[removal];
  const remove = async () => {
    await removals[removal]();
    onClose();
  };
  return (
    <ConfirmDialog
      title={title}
      text={text}
      confirmLabel={now}
      cancelLabel={app.cancel}
      isBusy={action.isBusy}
      error={action.error}
      onConfirm={() => void action.run(remove)}
      onClose={onClose}
    />
  );
}

function useRemovals(entry: RoomEntry): Record<Removal, () => Promise<void>> {
  const { order } = useWords();
  const client = useClient();
  const toast = useToast();
  const [, navigate] = useLocation();
  const roomId = entry.state.room.id;
  return {
    async clear() {
      await client.call("room:clear", { roomId });
      toast({ text: order.clear.done });
    },
    async deleteMine() {
      const { deleted } = await client.call("message:delete-mine", { roomId });
      toast({ text: order.deleteMine.done(deleted) });
    },
    async deleteDirect() {
      await client.call("room:delete-direct", { roomId });
      navigate("/", { replace: true });
      toast({ text: order.deleteDirect.done });
    },
  };
}
