export const pickerTabs = ["emoji", "stickers"] as const;
export type PickerTab = (typeof pickerTabs)[number];

/** What begins so is forgotten when one signs out (session.tsx). */
const PREFIX = "parley.of.picker.";

/** Which one a person had open last on this device. */
export function lastTab(person: string): PickerTab {
  try {
    return localStorage.getItem(PREFIX + person) === "stickers" ? "stickers" : "emoji";
  } catch {
    return "emoji";
  }
}

export function keepTab(person: string, tab: PickerTab): void {
  try {
    localStorage.setItem(PREFIX + person, tab);
  } catch {
    // Storage is refused or full: the next picker begins with emoji.
  }
}
