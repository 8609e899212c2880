import {
  defaultSettings,
  type Preferences,
  type Receipt,
  type RoomId,
  type Settings,
  type UserId,
} from "@parley/contract";
import { describe, expect, test } from "vitest";
import { hearsTyping, isOn, receiptFor, shownPointers, showsTyping } from "./sharing.ts";
import type { Place, Regard } from "./visibility.ts";

const here = "here" as RoomId;
const elsewhere = "elsewhere" as RoomId;
const [anna, ben] = ["anna", "ben"] as [UserId, UserId];

interface Choice {
  typing?: boolean;
  receipts?: boolean;
  mode?: Settings["presence"];
  preferences?: Partial<Preferences>;
  isApart?: boolean;
  blocked?: UserId[];
}

const place = ({ preferences = {}, isApart = false }: Choice): Place => ({
  preferences: { typing: null, receipts: null, ...preferences },
  isApart,
});

function regard(choice: Choice): Regard {
  const { typing = true, receipts = true, mode = "auto", blocked = [] } = choice;
  return {
    userId: anna,
    mode,
    privacy: { ...defaultSettings.privacy, typing, receipts },
    friends: new Set(),
    blocked: new Map(blocked.map((id) => [id, { byMe: false, byThem: true }])),
    places: new Map([[here, place(choice)]]),
  };
}

test.each([
  [true, null, true],
  [true, false, false],
  [true, true, true],
  [false, null, false],
  [false, false, false],
  [false, true, true],
])("settings %s and a conversation's %s make %s", (general, preferred, expected) => {
  for (const item of ["typing", "receipts"] as const) {
    const privacy = { typing: !general, receipts: !general, [item]: general };
    expect(isOn(item, privacy, place({ preferences: { [item]: preferred } }))).toBe(expected);
    expect(isOn(item, privacy, place({ preferences: { [item]: preferred }, isApart: true }))).toBe(false);
  }
});

test.each<[Choice, { read: boolean; delivered: boolean }]>([
  [{}, { read: true, delivered: true }],
  [{ receipts: false }, { read: false, delivered: true }],
  [{ preferences: { receipts: false } }, { read: false, delivered: true }],
  [
    { receipts: false, preferences: { receipts: true } },
    { read: true, delivered: true },
  ],
  [{ mode: "invisible" }, { read: false, delivered: false }],
  [{ mode: "busy" }, { read: true, delivered: true }],
  [{ isApart: true }, { read: false, delivered: false }],
])("with %j others are shown %j", (choice, expected) => {
  const { mode, privacy } = regard(choice);
  expect(shownPointers({ presence: mode, privacy }, place(choice))).toEqual(expected);
});

describe("typing", () => {
  test.each<[Choice, boolean, boolean]>([
    [{}, true, true],
    [{ typing: false }, false, false],
    [{ preferences: { typing: false } }, false, false],
    [{ mode: "invisible" }, false, true],
    [{ isApart: true }, false, false],
  ])("with %j: shown %s, heard %s", (choice, isShown, isHeard) => {
    expect(showsTyping(regard(choice), here)).toBe(isShown);
    expect(hearsTyping(regard(choice), { userId: ben }, here)).toBe(isHeard);
  });

  test("is as the settings say where nothing else was chosen, and passes no block", () => {
    expect(showsTyping(regard({ preferences: { typing: false } }), elsewhere)).toBe(true);
    expect(hearsTyping(regard({ blocked: [ben] }), { userId: ben }, here)).toBe(false);
  });
});

describe("pointers", () => {
  const of = (userId: UserId): Receipt => ({ userId, readSeq: 4, deliveredSeq: 6 });

  test.each<[Choice, Receipt | null]>([
    [{}, of(ben)],
    [{ receipts: false }, { ...of(ben), readSeq: 0 }],
    [{ preferences: { receipts: false } }, { ...of(ben), readSeq: 0 }],
    [{ mode: "invisible" }, of(ben)],
    [{ isApart: true }, null],
    [{ blocked: [ben] }, null],
  ])("with %j one is told %j, and always one's own", (choice, expected) => {
    expect(receiptFor(regard(choice), of(ben), here)).toEqual(expected);
    expect(receiptFor(regard(choice), of(anna), here)).toEqual(of(anna));
  });
});
