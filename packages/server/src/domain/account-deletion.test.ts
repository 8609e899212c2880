import { expect, test } from "vitest";
import { nobody, whyNotDelete } from "./account-deletion.ts";

test("nothing is left without an owner", () => {
  expect(whyNotDelete(false, [])).toBeNull();
  expect(whyNotDelete(true, [])).toContain("server");
  expect(whyNotDelete(false, ["Chess", "Tea"])).toContain("“Chess”, “Tea”");
});

test("what remains of two people has the same name and different handles", () => {
  expect(nobody("Ab-9")).toEqual({ handle: "deleted-ab09", name: "Deleted account" });
});
