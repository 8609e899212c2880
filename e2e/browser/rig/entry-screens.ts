import { page, type Screen } from "./screen.ts";

const entry = (name: string, path: string, heading: RegExp): Screen => ({
  name,
  // A code after the # is read when the page is loaded.
  async open(chat, demo) {
    await chat.page.goto("about:blank");
    await page(path, heading)(chat, demo);
  },
});

/** What one sees without being signed in. */
export const entryScreens: readonly Screen[] = [
  entry("sign-in", "/sign-in", /Sign in to Harbour/),
  entry("join-without-code", "/join", /link is not complete/),
  entry("join-expired", "/join#none", /does not work any more/),
  entry("link-without-code", "/link", /link is not complete/),
  entry("link", "/link#none", /Sign in on this device/),
  entry("set-up-done", "/setup#none", /is set up/),
];
