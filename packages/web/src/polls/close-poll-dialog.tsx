import type { TimelineRow } from "@parley/client";
import { useClient } from "../client-context.ts";
import { useStage } from "../messages/conversation-context.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";

/** Asked first: there is no way back. */
export function ClosePollDialog({ row, onClose }: { row: TimelineRow; onClose: () => void }) {
  const { app, polls: words } = useWords();
  const client = useClient();
  const { roomId } = useStage();
  const action = useAction();
  const close = async () => {
    await client.call("poll:close", { roomId, messageId: row.message.id });
    onClose();
  };
  return (
    <ConfirmDialog
      title={words.closeTitle}
      text={words.closeText}
      confirmLabel={words.closeNow}
      cancelLabel={app.cancel}
      isDanger={false}
      isBusy={action.isBusy}
      error={action.error}
      onConfirm={() => void action.run(close)}
      onClose={onClose}
    />
  );
}
