import { type RoomEntry, shownRoom } from "@parley/client";
import { fitted, type Line, padded, span, widthOf } from "../text/spans.ts";
import type { Composer } from "./composer.ts";
import { around, composerView } from "./composer-view.ts";
import { type ConversationLine, conversationLines } from "./conversation.ts";
import type { FrameOptions } from "./frame-options.ts";
import { type Layout, layout } from "./layout.ts";
import { listedRooms, roomsPaneLines } from "./rooms-pane.ts";
import { inView } from "./scroll.ts";
import { headerLine, prompt, statusLine, typingLine } from "./status.ts";
import type { View } from "./view.ts";
import { wrapped } from "./wrap.ts";

/** Everything on the screen, worked out: as many lines as the terminal has rows, none wider than it. */
export interface Frame {
  readonly layout: Layout;
  readonly entry: RoomEntry | null;
  /** All lines of the conversation, of which some are in view. */
  readonly conversation: readonly ConversationLine[];
  /** How many lines of the panel there are, in view or not. */
  readonly panelLines: number;
  readonly lines: readonly Line[];
  readonly cursor: { readonly x: number; readonly y: number };
}

export function frameOf(options: FrameOptions): Frame {
  const { state, view, size } = options;
  const entry = (view.roomId && shownRoom(state, view.roomId)) || null;
  const mark = fitted(prompt(view.mode), Math.max(2, size.columns - 8));
  const indent = widthOf(mark);
  const written = composerView(shownComposer(view), Math.max(4, size.columns - indent - 1));
  const panel = (view.panel?.lines ?? []).flatMap((line) => wrapped(line, size.columns));
  const sizes = layout({ ...size, composerLines: written.lines.length, panelLines: panel.length });
  const width = sizes.conversationWidth;
  const conversation = entry ? conversationLines({ ...options, entry, width, isRevealed: view.isRevealed }) : [];
  const composer = around(written, sizes.composerHeight);
  const top = middle(options, sizes, conversation);
  const lines = [
    headerLine(options, entry),
    ...top,
    typingLine(options, entry),
    ...panelView(panel, view.panel?.offset ?? 0, sizes.panelHeight),
    ...composer.lines.map((text, row) => [span(row === 0 ? mark : " ".repeat(indent), { color: "cyan" }), span(text)]),
    statusLine(options),
  ].map((line) => padded(line, size.columns));
  const y = lines.length - 1 - composer.lines.length + composer.cursor.row;
  return {
    layout: sizes,
    entry,
    conversation,
    panelLines: panel.length,
    lines,
    cursor: { x: indent + composer.cursor.column, y },
  };
}

/** What is being written; a secret as so many dots. */
function shownComposer({ composer, mode }: View): Composer {
  if (mode.kind !== "question" || !mode.isHidden) return composer;
  return { ...composer, characters: composer.characters.map(() => "•") };
}

/** What fits of the panel; its last line says when there is more. */
function panelView(panel: readonly Line[], offset: number, height: number): readonly Line[] {
  if (panel.length <= height || height === 0) return panel.slice(0, height);
  const isEnd = offset + height >= panel.length;
  const shown = panel.slice(isEnd ? panel.length - height : offset, offset + height);
  return isEnd ? shown : [...shown.slice(0, -1), [span("PgDn for more, Esc to close", { color: "yellow" })]];
}

/** Rooms and conversation beside each other, or the conversation alone. */
function middle(options: FrameOptions, sizes: Layout, conversation: readonly ConversationLine[]): Line[] {
  const { state, view } = options;
  const height = sizes.conversationHeight;
  const shown = inView(conversation, view.scroll, height).map(({ line }) => line);
  const right = [...Array.from({ length: height - shown.length }, (): Line => []), ...shown];
  if (sizes.roomsWidth === 0) return right;
  const rooms = listedRooms(state);
  const left = roomsPaneLines({ state, rooms, current: view.roomId, width: sizes.roomsWidth, height });
  return right.map((line, row) => [...padded(left[row] ?? [], sizes.roomsWidth), span("│", { isDim: true }), ...line]);
}
