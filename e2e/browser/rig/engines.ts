import type { PlaywrightTestProject } from "@playwright/test";

/** Launch options for the browsers of Debian's packages. What is switched off would reach out, or need a display. */
export const debianBrowsers = {
  chromium: {
    browserName: "chromium",
    launchOptions: {
      executablePath: "/usr/bin/chromium",
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    },
  },
  firefox: {
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: { executablePath: "/usr/bin/firefox-esr" },
  },
} satisfies Record<string, PlaywrightTestProject["use"]>;
