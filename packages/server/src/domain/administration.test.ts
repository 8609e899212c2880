import { expect, test } from "vitest";
import { isAdministrator, mayAdminister } from "./administration.ts";

const roles = ["person", "admin", "owner"] as const;

test("administrators act on those who rank below them, and nobody on their equals", () => {
  const may = roles.flatMap((actor) =>
    roles.filter((target) => mayAdminister(actor, target)).map((target) => [actor, target]),
  );
  expect(may).toEqual([
    ["admin", "person"],
    ["owner", "person"],
    ["owner", "admin"],
  ]);
  expect(roles.filter(isAdministrator)).toEqual(["admin", "owner"]);
});
