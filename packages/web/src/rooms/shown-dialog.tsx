import type { RoomId } from "@parley/contract";
import { screen } from "../screen.ts";
import { type DialogScreenProps, InviteDialog, loadSwitcher, NewRoomDialog } from "../screens.ts";
import type { DialogName } from "./use-dialogs.ts";

const KeysDialog = screen<DialogScreenProps>(async () => (await import("./keys-dialog.tsx")).KeysDialog);
const NewMessageDialog = screen<DialogScreenProps>(
  async () => (await import("./new-message-dialog.tsx")).NewMessageDialog,
);
const RoomSettingsDialog = screen<DialogScreenProps>(
  async () => (await import("../settings/room-settings-dialog.tsx")).RoomSettingsDialog,
);
const StatusDialog = screen<DialogScreenProps>(async () => (await import("../people/status-dialog.tsx")).StatusDialog);
const Switcher = screen<DialogScreenProps>(async () => (await loadSwitcher()).Switcher);

export interface ShownDialogProps {
  name: DialogName;
  roomId?: RoomId;
  onClose: () => void;
}

/** The dialog of a name. */
export function ShownDialog({ name, onClose, ...about }: ShownDialogProps) {
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
