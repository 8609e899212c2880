import type { RoomId } from "@parley/contract";
import { type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { screen } from "../screen.ts";
import type { ShownDialogProps } from "./shown-dialog.tsx";
import { type DialogName, DialogsContext, type OpenDialog } from "./use-dialogs.ts";

/** Apart from the other screens, which it opens. */
const ShownDialog = screen<ShownDialogProps>(async () => (await loadShownDialog()).ShownDialog);

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
  const shown = useMemo(
    () => <Suspense fallback={null}>{dialog && <ShownDialog {...dialog} onClose={close} />}</Suspense>,
    [dialog, close],
  );
  return (
    <DialogsContext value={open}>
      {children}
      {shown}
    </DialogsContext>
  );
}

export function loadShownDialog() {
  return import("./shown-dialog.tsx");
}
