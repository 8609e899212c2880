/** Whether Ctrl, or ⌘ on Apple's machines, is held: the key for commands. */
export function isMod(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return isApple() ? event.metaKey : event.ctrlKey;
}

function isApple(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}

/** "Mod+K" as this machine's keyboard writes it: "Ctrl+K" or "⌘K". */
export function keyNames(keys: string): string {
  if (!isApple()) return keys.replace("Mod", "Ctrl");
  return keys
    .split("+")
    .map((key) => ({ Mod: "⌘", Shift: "⇧", Alt: "⌥" })[key] ?? key)
    .join("");
}

/** True while an input method is composing: its Enter and Esc are not ours. 229 is all that Safari and old Korean methods say. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
