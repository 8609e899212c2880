import { expect, test } from "vitest";
import { originOf } from "./origin.ts";

const host = "chat.example.org:3000";

test.each([
  [undefined, "none"],
  [`http://${host}`, "own"],
  [`https://${host}`, "own"],
  ["http://chat.example.org", "foreign"],
  ["http://chat.example.org:3001", "foreign"],
  ["http://evil.org", "foreign"],
  ["http://chat.example.org:3000.evil.org", "foreign"],
  ["http://evil.org/chat.example.org:3000", "foreign"],
  ["null", "foreign"],
  ["", "foreign"],
  ["file://", "foreign"],
])("without a public address, Origin %s is %s", (origin, expected) => {
  expect(originOf({ host, ...(origin !== undefined && { origin }) }, null)).toBe(expected);
});

test.each([
  [undefined, "none"],
  ["https://chat.example.org", "own"],
  ["http://chat.example.org", "foreign"],
  ["https://chat.example.org:443", "foreign"],
  ["https://chat.example.org.evil.org", "foreign"],
  ["https://achat.example.org", "foreign"],
  ["HTTPS://CHAT.EXAMPLE.ORG", "foreign"],
  [`http://${host}`, "foreign"],
])("with a public address, Origin %s is %s, whatever the Host says", (origin, expected) => {
  const headers = { host: "chat.example.org", ...(origin !== undefined && { origin }) };
  expect(originOf(headers, "https://chat.example.org")).toBe(expected);
});
