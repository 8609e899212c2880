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
        // A microphone that beeps once a second, and nobody who must be asked for it.
        ...["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
      ],
    },
  },
  firefox: {
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: {
      executablePath: "/usr/bin/firefox-esr",
      firefoxUserPrefs: {
        // Without a display it would have no pointer at all: this is a mouse (fine, and it hovers).
        "ui.primaryPointerCapabilities": 6,
        "ui.allPointerCapabilities": 6,
        // A microphone that hums, and nobody who must be asked for it. Nothing is heard: without a sound card sound is an
        // error, but silence is played by the clock.
        "media.navigator.streams.fake": true,
        "media.navigator.permission.disabled": true,
        "media.default_volume": "0.0",
        // Processes and pages that nobody looks at.
        "fission.autostart": false,
        "dom.ipc.processPrelaunch.enabled": false,
        "browser.newtab.preload": false,
        "services.settings.server": "http://127.0.0.1:9/",
        "app.normandy.enabled": false,
        "browser.region.network.url": "",
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
      },
    },
  },
} satisfies Record<string, PlaywrightTestProject["use"]>;
