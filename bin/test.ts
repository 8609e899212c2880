/**
 * `npm test`: every step of test-steps.ts in order, each with its name, duration and result; the last line is the sum.
 *
 *   npm test                    everything
 *   npm test -- --fast          without browsers, PostgreSQL and proofs (bin/check)
 *   npm test -- --only NAME     one step
 */
import { parseArgs } from "node:util";
import { type Outcome, runStep, stopStep } from "./test-step.ts";
import { type Step, steps } from "./test-steps.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, fast: { type: "boolean", default: false } } });
const chosen = steps.filter((step) => (values.only ? step.name === values.only : !(values.fast && step.slow)));
if (chosen.length === 0) {
  console.error(`There is no step "${values.only}". The steps: ${steps.map((step) => step.name).join(", ")}.`);
  process.exit(2);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    stopStep();
    process.exit(130);
  });
}

const outcomes: Outcome[] = [];
const width = Math.max(...chosen.map((step) => step.name.length));
const inCi = process.env.CI === "true" || process.env.CI === "1";
while (chosen.length > 0) {
  const halves = chosen.findIndex((step) => !step.isHalf);
  const next = chosen.splice(0, halves === -1 ? chosen.length : Math.max(1, halves));
  await Promise.all([runThrough(next), runThrough(next)]);
}

for (const { step, skipped } of outcomes.filter((outcome) => outcome.skipped))
  console.log(`Skipped: ${step}: ${skipped}`);
const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

/** Takes one after another, until none is left. */
async function runThrough(queue: Step[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) outcomes.push(report(step, await runStep(step, inCi)));
}

function report(step: Step, outcome: Outcome): Outcome {
  const mark = outcome.failed > 0 ? "✗" : outcome.skipped ? "–" : "✓";
  const counts = [
    `${outcome.passed} passed`,
    outcome.failed > 0 ? `${outcome.failed} failed` : "",
    outcome.skipped ?? "",
  ];
  const seconds = `${(outcome.durationMs / 1000).toFixed(1)} s`.padStart(8);
  if (outcome.failed > 0) console.log(`\n──── ${step.name}: ${outcome.command}\n${outcome.output.trimEnd()}\n────`);
  console.log(`${mark} ${step.name.padEnd(width)} ${seconds}  ${counts.filter(Boolean).join(", ")}`);
  return outcome;
}
