import type { Settings } from "./users.ts";

/** What holds until one chooses otherwise. */
export const defaultSettings: Settings = { theme: "system", contrast: "normal", sendKey: "enter", language: "system" };
