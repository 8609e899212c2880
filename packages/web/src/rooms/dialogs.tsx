import type { RoomId } from "@parley/contract";
import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useState } from "react";
import {
  InviteDialog,
  KeysDialog,
  NewMessageDialog,
  NewRoomDialog,
  RoomSettingsDialog,
  StatusDialog,
  Switcher,
} from "../screens.ts";

/** Dialogs that open from anywhere, one at a time. */
type DialogName = "invite" | "keys" | "new-message" | "new-room" | "room-settings" | "status" | "switcher";

interface OpenDialog {
  name: DialogName;
  roomId?: RoomId;
}

type Open = (name: DialogName, roomId?: RoomId) => void;

const DialogsContext = createContext<Open>(() => undefined);

/** Opens a dialog; `roomId` for those about a room. */
export function useDialogs(): Open {
  return use(DialogsContext);
}

export function DialogsProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const open = useCallback<Open>((name, roomId) => setDialog(roomId === undefined ? { name } : { name, roomId }), []);
  const close = useCallback(() => setDialog(null), []);
  const shown = useMemo(() => dialog && <Suspense fallback={null}>{content(dialog, close)}</Suspense>, [dialog, close]);
  return (
    <DialogsContext value={open}>
      {children}
      {shown}
    </DialogsContext>
  );
}

function content({ name, ...about }: OpenDialog, onClose: () => void): ReactNode {
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
