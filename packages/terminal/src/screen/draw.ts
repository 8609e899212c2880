import { Box, Text, useCursor, useInput, usePaste, useWindowSize } from "ink";
import { createElement as h, memo, type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { Line, Span } from "../text/spans.ts";
import { paste, pressKey } from "./keys.ts";
import { isNoticePassing } from "./notice.ts";
import { markSeen } from "./rooms.ts";
import type { Screen } from "./screen.ts";

/** The screen, drawn: the frame's lines as they are, and the cursor where one writes. */
export function ScreenView({ screen }: { screen: Screen }): ReactNode {
  useSyncExternalStore(screen.client.subscribe, screen.client.getState);
  useSyncExternalStore(screen.subscribe, screen.getView);
  useWindowSize();
  useSecond(needsClock(screen));
  const { setCursorPosition } = useCursor();
  useInput((input, key) => pressKey(screen, input, key));
  usePaste((text) => paste(screen, text));
  useEffect(() => markSeen(screen));
  const { lines, cursor } = screen.frame();
  useEffect(() => screen.linked.askFor(lines));
  setCursorPosition(cursor);
  return h(
    Box,
    { flexDirection: "column" },
    (screen.pictures?.into(lines) ?? lines).map((line, row) => h(LineView, { key: row, line })),
  );
}

const LineView = memo(function LineView({ line }: { line: Line }): ReactNode {
  return h(Text, { wrap: "truncate" }, ...line.map((part, at) => h(Text, { key: at, ...lookProps(part) }, part.text)));
});

function lookProps({ color, picture: _, linked: __, ...look }: Span): Record<string, unknown> {
  return {
    ...(color === undefined ? {} : { color }),
    bold: look.isBold === true,
    italic: look.isItalic === true,
    dimColor: look.isDim === true,
    strikethrough: look.isStruck === true,
    underline: look.isUnderlined === true,
    inverse: look.isInverse === true,
  };
}

/** Whether something on the screen changes by itself: who writes, who may, and the wait for the next attempt. */
function needsClock(screen: Screen): boolean {
  const state = screen.client.getState();
  const { rooms, connection } = state;
  const { roomId } = screen.getView();
  const entry = roomId && rooms.get(roomId);
  if (connection.status === "offline") return true;
  if (!entry) return false;
  return entry.typing.size > 0 || isNoticePassing(state, entry, screen.clock());
}

/** Draws anew every second while it is needed. */
function useSecond(isNeeded: boolean): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [isNeeded]);
}
