import type { KeyboardEvent } from "react";

const CELL = "[role=gridcell]";

/** Moves the focus in the grid; answers whether the key was for it. */
export function onGridKey(event: KeyboardEvent<HTMLElement>): boolean {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(CELL) : null;
  if (cell === null || event.altKey) return false;
  const next = target(event, cell);
  if (next === null) return false;
  event.preventDefault();
  focusCell(next);
  return true;
}

/** The one that Tab reaches is the one that had the focus last. */
export function focusCell(cell: HTMLElement): void {
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest" });
}

export function firstCell(grid: Element | null): HTMLElement | null {
  return grid?.querySelector<HTMLElement>(CELL) ?? null;
}

export function focusFirstCell(grid: Element): void {
  const cell = firstCell(grid);
  if (cell) focusCell(cell);
}

/** Keeps exactly one cell in the order of Tab. */
export function keepReachable(grid: Element, cell: HTMLElement | null): void {
  const before = grid.querySelector<HTMLElement>(`${CELL}[tabindex="0"]`);
  if (cell === null && before !== null) return;
  const next = cell ?? firstCell(grid);
  if (before !== null && before !== next) before.tabIndex = -1;
  if (next !== null) next.tabIndex = 0;
}

function target(event: KeyboardEvent<HTMLElement>, cell: HTMLElement): HTMLElement | null {
  const grid = event.currentTarget;
  const cells = [...grid.querySelectorAll<HTMLElement>(CELL)];
  const row = [...(cell.parentElement?.children ?? [])] as HTMLElement[];
  const at = cells.indexOf(cell);
  const isWide = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowLeft":
      return cells[Math.max(0, at - 1)] ?? null;
    case "ArrowRight":
      return cells[Math.min(cells.length - 1, at + 1)] ?? null;
    case "ArrowUp":
      return inRow(grid, cell, -1);
    case "ArrowDown":
      return inRow(grid, cell, 1) ?? cell;
    case "Home":
      return (isWide ? cells : row)[0] ?? null;
    case "End":
      return (isWide ? cells : row).at(-1) ?? null;
    case "PageUp":
      return inSection(grid, cell, -1);
    case "PageDown":
      return inSection(grid, cell, 1);
    default:
      return null;
  }
}

/** The same column in the row above or below; the last one where that row is shorter. */
function inRow(grid: Element, cell: HTMLElement, by: 1 | -1): HTMLElement | null {
  const rows = [...grid.querySelectorAll("[role=row]")];
  const row = cell.parentElement;
  if (row === null) return null;
  const column = [...row.children].indexOf(cell);
  const cells = rows[rows.indexOf(row) + by]?.children;
  return (cells?.[Math.min(column, cells.length - 1)] as HTMLElement | undefined) ?? null;
}

function inSection(grid: Element, cell: HTMLElement, by: 1 | -1): HTMLElement | null {
  const sections = [...grid.querySelectorAll("[role=rowgroup]")];
  const now = sections.findIndex((section) => section.contains(cell));
  return firstCell(sections[now + by] ?? sections[now] ?? null);
}
