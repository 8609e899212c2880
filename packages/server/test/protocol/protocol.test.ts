import { readFileSync } from "node:fs";
import { eventNames, requestNames } from "@parley/contract";
import { expect, test } from "vitest";
import { protocolDocument } from "./document.ts";
import { protocolPath } from "./path.ts";

test("docs/protocol.md is what the contract says (else: npm run protocol)", () => {
  expect(readFileSync(protocolPath, "utf8")).toBe(protocolDocument());
});

test("it names every request and event", () => {
  const text = protocolDocument();
  for (const name of requestNames) expect(text).toContain(`\n### ${name}\n`);
  for (const name of eventNames) expect(text).toContain(`\n### ${name} (event)\n`);
});
