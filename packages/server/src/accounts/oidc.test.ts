import { expect, test } from "vitest";
import { ownPath } from "./oidc.ts";

test("leads on to a place of this server, as it was asked for", () => {
  for (const to of ["/", "/room/7?x=1#y", "/a//b"]) expect(ownPath(to)).toBe(to);
});

test.each(["/.//evil.example", "/x/..//evil.example", "/%2e//evil.example", "/./\\evil.example", "//evil.example"])(
  "leads nowhere else, whatever is left when its dots are gone: %s",
  (to) => expect(ownPath(to)).toBe("/"),
);
