import type { User } from "@parley/contract";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useToast } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import { useRelation } from "./use-relation.ts";

/** Says what a block does before it is done. */
export function BlockDialog({ user, onClose }: { user: Pick<User, "id" | "name">; onClose: () => void }) {
  const { app, profile } = useWords();
  const toast = useToast();
  const { action, run } = useRelation(user.id);
  const block = async () => {
    if (!(await run("block:add"))) return;
    onClose();
    toast({ text: profile.blocked(user.name) });
  };
  return (
    <ConfirmDialog
      title={profile.blockSure(user.name)}
      text={profile.blockText}
      confirmLabel={profile.block}
      cancelLabel={app.cancel}
      isBusy={action.isBusy}
      error={action.error}
      onConfirm={() => void block()}
      onClose={onClose}
    />
  );
}
