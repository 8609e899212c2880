import type { Settings } from "./users.ts";

/** What holds until one chooses otherwise. */
export const defaultSettings: Settings = {
  theme: "system",
  contrast: "normal",
  sendKey: "enter",
  language: "system",
  presence: "auto",
  privacy: {
    presence: { audience: "everyone", except: [] },
    lastSeen: { audience: "everyone", except: [] },
    write: "everyone",
    add: "everyone",
    call: "everyone",
    typing: true,
    receipts: true,
  },
};
