import { expect, test } from "vitest";
import { randomSecret } from "./secrets.ts";

test("a secret can be written on a command line: none begins like an option", () => {
  const secrets = Array.from({ length: 2_000 }, () => randomSecret(16));
  expect(new Set(secrets).size).toBe(2_000);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
});
