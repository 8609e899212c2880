import type { RoomId } from "@parley/contract";
import { createContext, use } from "react";

/** Dialogs that open from anywhere, one at a time. */
export type DialogName = "invite" | "keys" | "new-message" | "new-room" | "room-settings" | "status" | "switcher";

export type OpenDialog = (name: DialogName, roomId?: RoomId) => void;

/** Apart from what it opens, which asks for it in turn. */
export const DialogsContext = createContext<OpenDialog>(() => undefined);

/** Opens a dialog; `roomId` for those about a room. */
export function useDialogs(): OpenDialog {
  return use(DialogsContext);
}
