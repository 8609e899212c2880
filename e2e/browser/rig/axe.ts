import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

/** The program that runs in the page. It is put there by the debugger, which no content policy stops. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Runs in the page, after `axeSource`. One line for each violation and place. Of the two hundred rooms in the list, which
 * are all made alike, some are enough: looking at each took most of the time of these tests.
 */
export async function findViolations(): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(context: { exclude: string[] }): Promise<AxeResults> } };
  const { violations } = await axe.run({ exclude: ["nav li:nth-child(n + 15)"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.any.map((one) => one.message).join("; ")}`),
  );
}

/** What is wrong with the page as it stands once nothing moves any more. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(rested);
  await page.evaluate(axeSource);
  return page.evaluate(findViolations);
}

/** Runs in the page: resolves when what slides or fades has come to rest. */
export async function rested(): Promise<void> {
  await document.fonts.ready;
  const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((one) => one.finished));
}
