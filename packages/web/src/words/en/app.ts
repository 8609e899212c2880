import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

export const app = {
  name: "Parley",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  back: "Back",
  retry: "Retry",
  copy: "Copy",
  copied: "Copied.",
  undo: "Undo",
  delete: "Delete",
  done: "Done",
  more: "More",
  loading: "Loading…",
  settings: "Settings",
  signOut: "Sign out",
  showPassword: "Show characters",
  hidePassword: "Hide characters",
  connecting: "Connecting…",
  catchingUp: "Catching up…",
  live: "Live",
  offline: "Offline",
  offlineNotice: "You are offline. What you write is kept and goes out when the connection is back.",
  retryIn: (seconds: number) =>
    plural(seconds, { one: "Trying again in # second.", other: "Trying again in # seconds." }),
  retryNow: "Try now",
  cannotReach: "The server cannot be reached",
  cannotReachText: "Check your connection. Parley tries again by itself.",
  storageBroken:
    "This browser refuses to store data, so nothing is kept here. Leave private browsing or free some space.",
  skipToMessage: "Skip to the message box",
  updateReady: "A new version is ready.",
  reload: "Reload",
  titleUnread: (count: number, title: string) => `(${count > 999 ? "999+" : count}) ${title}`,
  crashed: "This part of Parley stopped working",
  crashedText: "Your messages are safe. Reload the page to go on; if it happens again, tell whoever runs this server.",
};
