import { screen } from "../screen.ts";
import type { ThreadPanelProps } from "./thread-panel.tsx";

/** Apart from the other screens: it holds a conversation, and every part of one knows those. */
export const ThreadPanel = screen<ThreadPanelProps>(async () => (await import("./thread-panel.tsx")).ThreadPanel);
