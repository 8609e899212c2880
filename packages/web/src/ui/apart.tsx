import type { ReactNode, SyntheticEvent } from "react";
import { createPortal } from "react-dom";

/** For a dialog that a row of the conversation opens: what happens in it is not the row's, nor the conversation's. */
export function Apart({ children }: { children: ReactNode }) {
  const own = {
    onKeyDown: hold,
    onContextMenu: hold,
    onPointerDown: hold,
    onPointerMove: hold,
    onPointerUp: hold,
    onPointerCancel: hold,
  };
  return createPortal(
    <div role="presentation" {...own}>
      {children}
    </div>,
    document.body,
  );
}

function hold(event: SyntheticEvent): void {
  event.stopPropagation();
}
