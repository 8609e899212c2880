import type { RoomId } from "@parley/contract";
import { type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import {
  InviteDialog,
  KeysDialog,
  NewMessageDialog,
  NewRoomDialog,
  RoomSettingsDialog,
  StatusDialog,
  Switcher,
} from "../screens.ts";
import { type DialogName, DialogsContext, type OpenDialog } from "./use-dialogs.ts";

interface Shown {
  name: DialogName;
  roomId?: RoomId;
}

/** Shows what anything below it asks for. */
export function DialogsProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<Shown | null>(null);
  const open = useCallback<OpenDialog>(
    (name, roomId) => setDialog(roomId === undefined ? { name } : { name, roomId }),
    [],
  );
  const close = useCallback(() => setDialog(null), []);
  const shown = useMemo(() => dialog && <Suspense fallback={null}>{content(dialog, close)}</Suspense>, [dialog, close]);
  return (
    <DialogsContext value={open}>
      {children}
      {shown}
    </DialogsContext>
  );
}

function content({ name, ...about }: Shown, onClose: () => void): ReactNode {
  switch (name) {
    case "invite":
      return <InviteDialog {...about} onClose={onClose} />;
    case "keys":
      return <KeysDialog onClose={onClose} />;
    case "new-message":
      return <NewMessageDialog onClose={onClose} />;
    case "new-room":
      return <NewRoomDialog onClose={onClose} />;
    case "room-settings":
      return <RoomSettingsDialog {...about} onClose={onClose} />;
    case "status":
      return <StatusDialog onClose={onClose} />;
    case "switcher":
      return <Switcher onClose={onClose} />;
  }
}
