import { stickerLimits } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useToast } from "../ui/toast.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import type { OwnSet } from "./own-set.ts";

export interface SetDialogProps {
  set: Pick<OwnSet, "id" | "name">;
  onClose: () => void;
}

export function RenameSetDialog({ set, onClose }: SetDialogProps) {
  const { app, stickers } = useWords();
  const text = stickers.own;
  const client = useClient();
  const action = useAction();
  const [name, setName] = useState(set.name);
  const rename = async () => {
    if (await action.run(() => client.call("sticker:rename-set", { setId: set.id, name }))) onClose();
  };
  return (
    <Dialog
      title={text.renameNamed(set.name)}
      onClose={onClose}
      onSubmit={() => void rename()}
      footer={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button type="submit" look="primary" isBusy={action.isBusy} disabled={name.trim() === ""}>
            {app.save}
          </Button>
        </>
      }
    >
      <TextField
        label={text.name}
        error={action.error}
        value={name}
        maxLength={stickerLimits.nameCharacters}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.target.value)}
      />
    </Dialog>
  );
}

export function RemoveSetDialog({ set, onClose }: SetDialogProps) {
  const { app, stickers } = useWords();
  const text = stickers.own;
  const client = useClient();
  const toast = useToast();
  const action = useAction();
  const remove = async () => {
    await client.call("sticker:remove-set", { setId: set.id });
    onClose();
    toast({ text: text.removed(set.name) });
  };
  return (
    <ConfirmDialog
      title={text.removeSure(set.name)}
      text={text.removeText}
      confirmLabel={text.remove}
      cancelLabel={app.cancel}
      isBusy={action.isBusy}
      error={action.error}
      onConfirm={() => void action.run(remove)}
      onClose={onClose}
    />
  );
}
