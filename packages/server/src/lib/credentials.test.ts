import { expect, test } from "vitest";
import { cookieNameFor, tokenIn } from "./credentials.ts";

const token = "t".repeat(43);
const cookie = `other=1; parley_3000=${token}; parley_300=no`;

test("a bearer token counts from anywhere that is not refused", () => {
  for (const origin of ["own", "none"] as const)
    expect(tokenIn({ authorization: `Bearer ${token}` }, "parley_3000", origin)).toBe(token);
});

test("the cookie counts only from a page of ours", () => {
  expect(tokenIn({ cookie }, "parley_3000", "own")).toBe(token);
  expect(tokenIn({ cookie }, "parley_3000", "none")).toBeNull();
  expect(tokenIn({ cookie }, "parley_3000", "foreign")).toBeNull();
  expect(tokenIn({ cookie }, "parley_3001", "own")).toBeNull();
});

test("a bearer token goes before a cookie", () => {
  const headers = { cookie, authorization: `Bearer ${"b".repeat(43)}` };
  expect(tokenIn(headers, "parley_3000", "own")).toBe("b".repeat(43));
});

test.each([
  "",
  "Bearer",
  "Bearer ",
  "Bearer short",
  `Basic ${token}`,
  `Bearer ${token} x`,
  `Bearer ${"t".repeat(201)}`,
])("Authorization %j is none", (authorization) => expect(tokenIn({ authorization }, "parley_3000", "own")).toBeNull());

test("the cookie is bound to the host where there is TLS", () => {
  expect(cookieNameFor(true, 443)).toBe("__Host-parley");
  expect(cookieNameFor(false, 3000)).toBe("parley_3000");
});
