import { expect, test } from "vitest";
import { directWith, person, stateWith } from "../../test/rig/state.ts";
import { complete } from "./completion.ts";
import { completionSources } from "./completion-sources.ts";

const me = person("Me");
const [ann, bob, cleo, dan] = [person("Ann"), person("Bob"), person("Cleo"), person("Dan")];
const state = stateWith({
  me,
  people: [ann, bob, cleo, dan],
  rooms: [directWith(me, dan, { isRequest: true })],
  relations: [
    { userId: ann.id, kind: "friend" },
    { userId: bob.id, kind: "blocked" },
    { userId: cleo.id, kind: "asking" },
  ],
});

test.each([
  ["/accept @", ["@cleo", "@dan"]],
  ["/unblock @", ["@bob"]],
  ["/add @", ["@dan"]],
  ["/profile @", ["@ann", "@bob", "@cleo", "@dan"]],
  ["/profile ", ["name", "handle", "bio", "zone", "status"]],
  ["/report @dan sp", ["spam"]],
  ["well done :tad", [":tada:"]],
  ["/unb", ["/unblock", "/unban"]],
])("after %s come %j", (text, candidates) => {
  expect(complete([...text], text.length, completionSources(state))?.candidates).toEqual(candidates);
});
