import { expect, test } from "vitest";
import { type Acquaintance, isStranger, isWithin, whyNotReach } from "./reach.ts";

const nobody: Acquaintance = { isFriend: false, sharesRoom: false, isInvited: false };
const friend = { ...nobody, isFriend: true };
const roommate = { ...nobody, sharesRoom: true };
const invited = { ...nobody, isInvited: true };

test.each([
  ["a stranger", nobody, true, { everyone: true, rooms: false, friends: false }],
  ["a friend", friend, false, { everyone: true, rooms: true, friends: true }],
  ["somebody in a room with me", roommate, false, { everyone: true, rooms: true, friends: false }],
  ["whom I invited", invited, false, { everyone: true, rooms: true, friends: false }],
] as const)("%s", (...[, acquaintance, isStrange, reaches]) => {
  expect(isStranger(acquaintance)).toBe(isStrange);
  const found = (["everyone", "rooms", "friends"] as const).map((reach) => [reach, isWithin(reach, acquaintance)]);
  expect(Object.fromEntries(found)).toEqual(reaches);
});

test("a block refuses in the words of privacy, whatever the acquaintance", () => {
  const open = { byMe: false, byThem: false };
  const blocked = { byMe: false, byThem: true };
  const why = (block: typeof open, acquaintance: Acquaintance, reach: "everyone" | "friends") =>
    whyNotReach("write", { block, acquaintance, reach });
  expect(why(open, nobody, "everyone")).toBeNull();
  expect(why(open, friend, "friends")).toBeNull();
  expect(why(open, nobody, "friends")).toBe("They do not take messages from you.");
  expect(why(blocked, friend, "everyone")).toBe(why(open, nobody, "friends"));
  expect(why({ byMe: true, byThem: false }, friend, "everyone")).toBe("You blocked them. Unblock to write.");
});
