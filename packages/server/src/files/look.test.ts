import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { film } from "../../test/traced-files.ts";
import { Looker } from "./look.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-look-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for ffprobe. */
function program(...lines: readonly string[]): string {
  const path = join(folder, "ffprobe");
  writeFileSync(path, ["#!/bin/sh", ...lines].join("\n"));
  chmodSync(path, 0o700);
  return path;
}

/** What has ended may still be listed, until somebody asks how. */
function isRunning(pid: number): boolean {
  const [, state] = /\) (\w)/.exec(existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "") ?? [];
  return state !== undefined && state !== "Z" && state !== "X";
}

test.runIf(process.platform === "linux")("a program is asked within limits, and ends with whoever asked", async () => {
  const told = join(folder, "told");
  const ffprobe = program(
    `(ulimit -t; ulimit -v; env) > ${told}.new`,
    `echo $$ >> ${told}.new`,
    `/bin/mv ${told}.new ${told}`,
    "/bin/sleep 60 & wait",
  );
  const path = join(folder, "film.mp4");
  writeFileSync(path, film());
  const looker = new Looker(1, { ffprobe, ffmpeg: null, pdftoppm: null });
  const looking = looker.look({ path, folder, isVoice: false, claimedType: "" });
  looking.catch(() => undefined);
  await expect.poll(() => existsSync(told), { timeout: 5_000 }).toBe(true);
  const [seconds, kibibytes, ...rest] = readFileSync(told, "utf8").trim().split("\n");
  const pid = Number(rest.pop());
  expect([seconds, kibibytes]).toEqual(["10", "1500000"]);
  // What a shell always says.
  expect(rest.filter((line) => !/^(PWD|OLDPWD|SHLVL|_)=/.test(line))).toEqual([]);
  expect(isRunning(pid)).toBe(true);
  looker.stop();
  await expect(looking).rejects.toThrow("The server is stopping.");
  await expect.poll(() => isRunning(pid)).toBe(false);
});

test("a program that answers nonsense is as good as none", async () => {
  const path = join(folder, "film.mp4");
  writeFileSync(path, film());
  for (const answer of [`echo '{"streams":[{"width":-1}],"format":4}'`, "exit 1"]) {
    const looker = new Looker(1, { ffprobe: program(answer), ffmpeg: null, pdftoppm: null });
    const finding = await looker.look({ path, folder, isVoice: false, claimedType: "" });
    expect(finding).toEqual({ facts: { type: "video/mp4", kind: "video" } });
  }
});
