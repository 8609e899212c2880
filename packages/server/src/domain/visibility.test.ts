import { type Audience, defaultSettings, type Settings, type UserId } from "@parley/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maySee, type Regard } from "./visibility.ts";

const anna = "anna" as UserId;
const ben = "ben" as UserId;
const cleo = "cleo" as UserId;

interface Choice {
  audience?: Audience;
  except?: UserId[];
  mode?: Settings["presence"];
  friends?: UserId[];
  blocked?: UserId[];
}

function regard(userId: UserId, choice: Choice = {}): Regard {
  const { audience = "everyone", except = [], mode = "auto", friends = [], blocked = [] } = choice;
  return {
    userId,
    mode,
    privacy: { ...defaultSettings.privacy, presence: { audience, except }, lastSeen: { audience, except } },
    friends: new Set(friends),
    blocked: new Map(blocked.map((id) => [id, { byMe: true, byThem: false }])),
    places: new Map(),
  };
}

/** Anna, seen by Ben: what each chose, and whether it is shown. */
const table: [what: string, anna: Choice, ben: Choice, isSeen: boolean][] = [
  ["everyone", {}, {}, true],
  ["everyone but him", { except: [ben] }, {}, false],
  ["everyone but another", { except: [cleo] }, {}, true],
  ["friends, and he is none", { audience: "friends" }, {}, false],
  ["friends, and he is one", { audience: "friends", friends: [ben] }, { friends: [anna] }, true],
  ["friends and him", { audience: "friends", except: [ben] }, {}, true],
  ["nobody", { audience: "nobody" }, {}, false],
  ["nobody, not even friends", { audience: "nobody", friends: [ben] }, { friends: [anna] }, false],
  ["nobody but him", { audience: "nobody", except: [ben] }, {}, true],
  ["everyone, but he shows nobody", {}, { audience: "nobody" }, false],
  ["everyone, but he shows friends only", {}, { audience: "friends" }, false],
  ["everyone, and he shows his friends, her too", { friends: [ben] }, { audience: "friends", friends: [anna] }, true],
  ["everyone, but he excepts her", {}, { except: [anna] }, false],
  ["everyone, and he shows nobody but her", {}, { audience: "nobody", except: [anna] }, true],
  ["everyone, across a block", { blocked: [ben] }, { blocked: [anna] }, false],
  [
    "friends and him, across a block",
    { audience: "friends", except: [ben], blocked: [ben] },
    { blocked: [anna] },
    false,
  ],
  ["everyone, with a block elsewhere", { blocked: [cleo] }, {}, true],
  ["everyone, while he is invisible", {}, { mode: "invisible" }, true],
  ["everyone, while busy", { mode: "busy" }, {}, true],
];

describe.each(["presence", "lastSeen"] as const)("%s", (sight) => {
  test.each(table)("shown to %s", (...[, ofAnna, ofBen, isSeen]) => {
    expect(maySee(sight, regard(anna, ofAnna), regard(ben, ofBen))).toBe(isSeen);
  });
});

test("an invisible person is seen by nobody, but was here when they were here", () => {
  const [masked, friend] = [regard(anna, { mode: "invisible", friends: [ben] }), regard(ben, { friends: [anna] })];
  expect([maySee("presence", masked, friend), maySee("lastSeen", masked, friend)]).toEqual([false, true]);
});

const person = fc.record({
  audience: fc.constantFrom<Audience>("everyone", "friends", "nobody"),
  exceptsOther: fc.boolean(),
  exceptsThird: fc.boolean(),
  mode: fc.constantFrom<Settings["presence"]>("auto", "busy", "invisible"),
});
const pair = fc.record({ one: person, other: person, isFriend: fc.boolean(), isBlocked: fc.boolean() });

/** The same two people, whichever of them one begins with. */
function both({ one, other, isFriend, isBlocked }: typeof pair extends fc.Arbitrary<infer T> ? T : never) {
  const side = (userId: UserId, otherId: UserId, { exceptsOther, exceptsThird, ...chosen }: typeof one) =>
    regard(userId, {
      ...chosen,
      except: [...(exceptsOther ? [otherId] : []), ...(exceptsThird ? [cleo] : [])],
      friends: isFriend ? [otherId] : [],
      blocked: isBlocked ? [otherId] : [],
    });
  return [side(anna, ben, one), side(ben, anna, other)] as const;
}

test("seeing is mutual, but for a mask; blocks let nothing through; one's own is one's own", () => {
  fc.assert(
    fc.property(pair, (between) => {
      const [one, other] = both(between);
      expect(maySee("lastSeen", one, other)).toBe(maySee("lastSeen", other, one));
      const unmasked = maySee("lastSeen", one, other);
      expect(maySee("presence", one, other)).toBe(unmasked && one.mode !== "invisible");
      if (between.isBlocked) expect(unmasked).toBe(false);
      for (const sight of ["presence", "lastSeen"] as const) expect(maySee(sight, one, one)).toBe(true);
    }),
  );
});
