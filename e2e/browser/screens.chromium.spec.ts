import { join } from "node:path";
import { rested, violationsOn } from "./rig/axe.ts";
import { screens } from "./rig/screens.ts";
import { expect, test } from "./rig/test.ts";

const folder = join(import.meta.dirname, "../artefacts/screens");
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const isOut of [true, false]) {
      const who = isOut ? "before signing in" : "signed in";
      test(`every screen ${who}, ${size}, ${colorScheme}: no violation, and a picture`, async ({
        demo,
        visit,
        guard,
      }) => {
        test.setTimeout(180_000);
        const isPhone = size === "phone";
        const chat = await visit({ viewport, colorScheme, ...(isPhone && { hasTouch: true, isMobile: true }) });
        // An invitation that does not work any more is one of the screens.
        if (isOut) guard.expects(410);
        else await chat.signInByLink(demo);
        for (const screen of screens.filter((one) => (one.isOut ?? false) === isOut)) {
          await screen.open(chat, demo);
          await chat.page.evaluate(rested);
          const path = join(folder, `${screen.name}-${size}-${colorScheme}.png`);
          await chat.page.screenshot({ path, caret: "initial" });
          expect.soft(await violationsOn(chat.page), screen.name).toEqual([]);
          const sideways = await chat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect.soft(sideways, `${screen.name} scrolls sideways`).toBe(0);
        }
      });
    }
  }
}
