import { expect, test } from "vitest";
import { type Asking, asking, type Stand } from "./friendship.ts";

const day = 86_400_000;
const at = (kind: Stand["kind"], since = 0): Stand => ({ kind, since });
const none = undefined;

const cases: [string, Stand | undefined, Stand | undefined, Asking][] = [
  ["to nobody yet", none, none, "deliver"],
  ["to a friend", at("friend"), at("friend"), "nothing"],
  ["again, while they think", at("asked"), at("asking"), "nothing"],
  ["to somebody who asks me", at("asking"), at("asked"), "friends"],
  ["to somebody whose request I declined", at("declined"), at("asked"), "friends"],
  ["to somebody whose request I declined and who took it back", at("declined"), none, "deliver"],
  ["to somebody whose request I never saw", none, at("asked"), "friends"],
  ["to somebody whom I blocked", at("blocked"), none, "blocked"],
  ["to somebody whom I blocked, and who asks", at("blocked"), at("asked"), "blocked"],
  ["to somebody who blocked me", none, at("blocked"), "swallow"],
  ["again, to somebody who blocked me", at("asked"), at("blocked"), "nothing"],
  ["to each other's blocker", at("blocked"), at("blocked"), "blocked"],
  ["again, after they blocked and unblocked me", at("asked"), none, "deliver"],
  ["again, after they declined", at("asked"), at("declined", 1), "nothing"],
  ["anew, after they declined", none, at("declined", 1), "swallow"],
  ["again, a month later", at("asked"), at("declined", 0), "deliver"],
  ["anew, a month later", none, at("declined", 0), "deliver"],
];

test.each(cases)("%s", (...[, mine, theirs, comesTo]) => {
  expect(asking({ mine, theirs }, 30 * day)).toBe(comesTo);
});
