import { defineConfig } from "@playwright/test";
import { debianBrowsers } from "./browser/rig/engines.ts";

/** What the browser tests are: three engines from Debian's packages, each against servers of its own. */
export default defineConfig({
  testDir: "browser",
  outputDir: "artefacts/results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "UTC", colorScheme: "light" },
  projects: [
    { name: "chromium", testIgnore: "**/*.webkit.spec.ts", use: debianBrowsers.chromium },
    { name: "firefox", testIgnore: ["**/*.webkit.spec.ts", "**/*.chromium.spec.ts"], use: debianBrowsers.firefox },
    { name: "webkit", testMatch: "**/*.webkit.spec.ts" },
  ],
});
