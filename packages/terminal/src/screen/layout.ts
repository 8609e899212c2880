/** Narrower than this, only the conversation is shown. */
const TWO_PANES = 60;

export interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** 0 when there is no place for the rooms. */
  readonly roomsWidth: number;
  readonly conversationWidth: number;
  readonly conversationHeight: number;
  readonly panelHeight: number;
  readonly composerHeight: number;
}

export interface Wanted {
  readonly columns: number;
  readonly rows: number;
  /** Lines that the composer and the panel above it would like to have. */
  readonly composerLines: number;
  readonly panelLines: number;
}

/** Header, typing and status take a line each; what is left is shared so that the conversation never vanishes. */
const FIXED = 3;

export function layout({ columns, rows, composerLines, panelLines }: Wanted): Layout {
  const roomsWidth = columns < TWO_PANES ? 0 : Math.min(28, Math.max(16, Math.floor(columns / 4)));
  const free = Math.max(2, rows - FIXED);
  const composerHeight = Math.max(1, Math.min(composerLines, Math.floor(free / 3) || 1));
  const panelHeight = Math.max(0, Math.min(panelLines, free - composerHeight - 3));
  return {
    columns,
    rows,
    roomsWidth,
    conversationWidth: Math.max(8, roomsWidth > 0 ? columns - roomsWidth - 1 : columns),
    conversationHeight: Math.max(1, free - composerHeight - panelHeight),
    panelHeight,
    composerHeight,
  };
}
