import type { User, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { emptyState } from "../state.ts";
import { profileReducers, withNames, withPeople } from "./users.ts";

const anna: User = { id: "a" as UserId, handle: "anna", name: "Anna", role: "person" };
const seen: User = { ...anna, avatar: "1", status: { emoji: "🌴", text: "Away", until: null } };
const known = withPeople({ ...emptyState(0), me: anna }, [seen]);
const at = { handleOf: () => undefined } as never;

test("a name alone takes no picture away; an answer without one does", () => {
  expect(withNames(known, [anna])).toBe(known);
  expect(withNames(known, [{ ...anna, name: "Ann" }]).people.get(anna.id)).toEqual({ ...seen, name: "Ann" });
  expect(withPeople(known, [anna]).people.get(anna.id)).toEqual(anna);
});

test.each<[string, User]>([
  ["another picture", { ...seen, avatar: "2" }],
  ["another status", { ...seen, status: { emoji: "🌴", text: "Away", until: 5 } }],
  ["no status", { ...anna, avatar: "1" }],
  ["another name", { ...seen, name: "Ann" }],
  ["an account that is gone", { ...anna, isGone: true }],
])("%s is news, about me too", (_, user) => {
  const next = profileReducers["profile:changed"](known, { user }, at);
  expect(next.people.get(anna.id)).toEqual(user);
  expect(next.me).toEqual(user);
});

test("what is known already is no news", () => {
  const same = profileReducers["profile:changed"]({ ...known, me: seen }, { user: structuredClone(seen) }, at);
  expect(same.people).toBe(known.people);
  expect(same.me).toBe(seen);
});
