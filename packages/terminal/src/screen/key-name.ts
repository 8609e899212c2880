import type { Key } from "ink";

const named = {
  upArrow: "up",
  downArrow: "down",
  leftArrow: "left",
  rightArrow: "right",
  pageUp: "pageup",
  pageDown: "pagedown",
  home: "home",
  end: "end",
  escape: "escape",
  tab: "tab",
  backspace: "backspace",
  delete: "delete",
  return: "enter",
} as const satisfies Partial<Record<keyof Key, string>>;

/** A key as `ctrl+alt+shift+name`, or null for text to insert. */
export function keyName(input: string, key: Key): string | null {
  const special = (Object.keys(named) as (keyof typeof named)[]).find((name) => key[name]);
  const isChord = special !== undefined || key.ctrl || key.meta;
  if (!isChord || (key.meta && !special && input.length !== 1)) return null;
  const name = special ? named[special] : input.toLowerCase();
  const shift = key.shift && special ? "shift+" : "";
  return `${key.ctrl ? "ctrl+" : ""}${key.meta && special !== "escape" ? "alt+" : ""}${shift}${name}`;
}
