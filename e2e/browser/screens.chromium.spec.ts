import { join } from "node:path";
import type { Page } from "@playwright/test";
import { rested, violationsOn } from "./rig/axe.ts";
import { entryScreens } from "./rig/entry-screens.ts";
import { leave, type Screen } from "./rig/screen.ts";
import { screens } from "./rig/screens.ts";
import { sharingScreens } from "./rig/sharing-screens.ts";
import { expect, test } from "./rig/test.ts";

const folder = join(import.meta.dirname, "../artefacts/screens");
const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const kinds: Record<string, readonly Screen[]> = {
  "before signing in": entryScreens,
  "signed in": screens,
  "of what is shared": sharingScreens,
};

for (const [size, options] of Object.entries(sizes)) {
  for (const [kind, all] of Object.entries(kinds)) {
    test(`every screen ${kind}, ${size}: no violation in light or dark, and pictures`, async ({
      demo,
      visit,
      guard,
    }) => {
      test.setTimeout(180_000);
      const chat = await visit(options);
      // An invitation that does not work any more is one of the screens.
      if (all === entryScreens) guard.expects(410);
      else await chat.signInByLink(demo);
      for (const { name, open, part, close } of all) {
        await test.step(name, async () => {
          await open(chat, demo);
          await lookAt(chat.page, { name: `${name}-${size}`, part });
          await (close ?? leave)(chat, demo);
        });
      }
    });
  }
}

/** In both colour schemes, which differ in colours alone: all other rules are looked at in one of them. */
async function lookAt(page: Page, { name, part }: { name: string; part: string | undefined }): Promise<void> {
  const of = part === undefined ? {} : { part };
  await expect.poll(() => page.evaluate(arePicturesDrawn)).toBe(true);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(rested);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), caret: "initial" });
  }
  expect.soft(await violationsOn(page, of), `${name}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await violationsOn(page, { ...of, rules: ["color-contrast", "link-in-text-block"] });
  expect.soft(inDark, `${name}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(sideways, `${name} scrolls sideways`).toBe(0);
}

/** Runs in the page. Those out of sight may wait. */
function arePicturesDrawn(): boolean {
  const isInSight = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight;
  return [...document.images].every((one) => one.complete || !isInSight(one.getBoundingClientRect()));
}
