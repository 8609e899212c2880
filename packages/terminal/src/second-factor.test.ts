import { PassThrough } from "node:stream";
import { ParleyError } from "@parley/contract";
import { expect, test } from "vitest";
import { withSecondFactor } from "./second-factor.ts";
import type { Surroundings } from "./streams.ts";

const asked = new ParleyError("second_factor", "Your password is right. Now the code.");
const wrong = new ParleyError("wrong_credentials", "This code is not right.", { field: "code" });

/** A terminal on which these codes are typed, each when it is asked for. */
function surroundings(code: string | null, typed: readonly string[] = []): Surroundings & { written: () => string } {
  const left = [...typed];
  const output = new PassThrough();
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode(isRaw: boolean) {
      if (isRaw) input.write(`${left.shift() ?? ""}\r`);
    },
  });
  let written = "";
  const errors = new PassThrough().on("data", (chunk: Buffer) => {
    written += chunk.toString();
  });
  const rest = {
    password: "x",
    code,
    pictures: { way: null, isKitty: false, hasAllColors: false },
    defaultProfile: "",
  };
  const streams = { input, output, errors, ...rest, signal: AbortSignal.abort() };
  return { ...streams, written: () => written };
}

/** A server that takes one code. */
function signIn(right: string) {
  const codes: (string | undefined)[] = [];
  const begin = async (code: string | undefined) => {
    codes.push(code);
    if (code === undefined) throw asked;
    if (code !== right) throw wrong;
    return "in";
  };
  return { codes, begin };
}

test("no code is asked for where the server wants none", async () => {
  const codes: unknown[] = [];
  const begin = async (code: string | undefined) => codes.push(code);
  await withSecondFactor(surroundings("123456"), begin);
  expect(codes).toEqual([undefined]);
});

test("PARLEY_CODE answers for scripts, once", async () => {
  const good = signIn("123456");
  expect(await withSecondFactor(surroundings("123456"), good.begin)).toBe("in");
  const bad = signIn("654321");
  await expect(withSecondFactor(surroundings("123456"), bad.begin)).rejects.toThrow(wrong);
  expect(bad.codes).toEqual([undefined, "123456"]);
});

test("a person may mistype it twice, and it is not shown", async () => {
  const { codes, begin } = signIn("123456");
  const terminal = surroundings(null, ["111111", "222222", "123456"]);
  expect(await withSecondFactor(terminal, begin)).toBe("in");
  expect(codes).toEqual([undefined, "111111", "222222", "123456"]);
  const written = terminal.written();
  expect(written).toContain("This code is not right.");
  expect(written).not.toMatch(/\d{6}/);
});

test("three wrong codes are enough, and other refusals are final", async () => {
  const never = signIn("never");
  await expect(withSecondFactor(surroundings(null, ["1", "2", "3", "never"]), never.begin)).rejects.toThrow(wrong);
  const away = new ParleyError("unavailable", "The server cannot be reached.");
  const gone = async (code: string | undefined) => {
    throw code === undefined ? asked : away;
  };
  await expect(withSecondFactor(surroundings(null, ["1"]), gone)).rejects.toThrow(away);
});
