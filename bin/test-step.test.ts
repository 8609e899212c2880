import { expect, test } from "vitest";
import { runStep } from "./test-step.ts";
import type { Step } from "./test-steps.ts";

const script = (code: string, rest: Partial<Step> = {}): Step => ({
  name: "probe",
  command: ["node", "-e", code],
  counts: "last line",
  ...rest,
});

test("counts what the last line says", async () => {
  const outcome = await runStep(script("console.log('noise\\n12 passed, 3 failed'); process.exit(1)"), true);
  expect(outcome).toMatchObject({ passed: 12, failed: 3 });
});

test("a step that crashes, or counts nothing, has failed", async () => {
  expect(await runStep(script("console.log('5 passed, 0 failed'); process.exit(3)"), true)).toMatchObject({
    failed: 1,
  });
  expect(await runStep(script("console.log('no tests')"), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(await runStep(script("", { command: ["no-such-program"] }), true)).toMatchObject({ passed: 0, failed: 1 });
  expect(await runStep(script("process.exit(1)", { counts: "one" }), true)).toMatchObject({ passed: 0, failed: 1 });
});

test("what was skipped is a failure in CI, and named elsewhere", async () => {
  const step = script("console.log('2 passed, 0 failed, 1 skipped')");
  expect(await runStep(step, true)).toMatchObject({ passed: 2, failed: 1 });
  expect(await runStep(step, false)).toMatchObject({ passed: 2, failed: 0, skipped: "1 skipped" });
});

test("a step that hangs is stopped with everything it started, and its output is kept", async () => {
  const hang = "console.log('about to hang'); require('child_process').spawn('sleep', ['600'], { stdio: 'inherit' })";
  const outcome = await runStep(script(hang, { limitMinutes: 1 / 120 }), false);
  expect(outcome.failed).toBe(1);
  expect(outcome.output).toMatch(/about to hang[\s\S]*longer than/);
});
