import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

/** The program that runs in the page. It is put there by the debugger, which no content policy stops. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is looked at: all of the page and by all rules, unless told otherwise. */
export interface Looking {
  /** Of the page, only this: what lies beneath was looked at before it was covered. */
  readonly part?: string;
  readonly rules?: readonly string[];
}

/**
 * Runs in the page, after `axeSource`. One line for each violation and place. Of the two hundred rooms in the list, which
 * are all made alike, some are enough: looking at each took most of the time of these tests.
 */
export async function findViolations({ part, rules }: Looking = {}): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
  const context = { exclude: ["nav li:nth-child(n + 15)"], ...(part !== undefined && { include: [part] }) };
  const only = rules !== undefined && { runOnly: rules };
  const { violations } = await axe.run(context, { resultTypes: ["violations"], ...only });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.any.map((one) => one.message).join("; ")}`),
  );
}

/** What is wrong with the page as it stands once nothing moves any more. */
export async function violationsOn(page: Page, looking: Looking = {}): Promise<string[]> {
  await page.evaluate(rested);
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axeSource);
  return page.evaluate(findViolations, looking);
}

/** Runs in the page: resolves when what slides or fades has come to rest. */
export async function rested(): Promise<void> {
  await document.fonts.ready;
  const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((one) => one.finished));
}
