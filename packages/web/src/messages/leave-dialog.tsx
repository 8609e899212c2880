import { roomTitle } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";

export interface LeaveDialogProps {
  roomId: RoomId;
  onClose: () => void;
}

export function LeaveDialog({ roomId, onClose }: LeaveDialogProps) {
  const words = useWords();
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const title = useClientState((state) => {
    const entry = state.rooms.get(roomId);
    return entry ? roomTitle(state, entry) : "";
  });
  const leave = async () => {
    const isDone = await action.run(() => client.call("room:leave", { roomId }));
    if (isDone) navigate("/", { replace: true });
  };
  return (
    <Dialog
      title={words.deeds.leaveTitle(title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button look="danger" isBusy={action.isBusy} onClick={() => void leave()}>
            {words.deeds.leave}
          </Button>
        </>
      }
    >
      <p>{words.deeds.leaveText}</p>
      {action.error && <p role="alert">{action.error}</p>}
    </Dialog>
  );
}
