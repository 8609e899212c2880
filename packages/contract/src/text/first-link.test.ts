import { expect, test } from "vitest";
import { firstLink } from "./first-link.ts";

test.each([
  ["look: https://example.org/a?b=1#c, nice", "https://example.org/a?b=1#c"],
  ["**_[here](http://example.org)_** and https://second.org", "http://example.org/"],
  ["mailto:a@example.org or https://example.org", "https://example.org/"],
  ["- one\n- two https://list.org", "https://list.org/"],
  ["||https://secret.org|| https://open.org", "https://open.org/"],
])("%j leads to %s", (body, link) => {
  expect(firstLink(body)).toBe(link);
});

test.each([
  "nothing",
  "`https://code.org`",
  "```\nhttps://code.org\n```",
  "||https://secret.org||",
  "||a **[b](https://secret.org)**||",
  "> https://quoted.org",
  "mailto:a@example.org",
  "https://user:pass@example.org",
  "javascript:alert(1)//https://",
])("%j leads nowhere", (body) => {
  expect(firstLink(body)).toBeUndefined();
});
