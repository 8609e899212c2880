import { newId, type RoomId, type UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { emptyEntry } from "../state.ts";
import { presenceReducers } from "./presence.ts";

const ann = newId<UserId>(1);
const bob = newId<UserId>(1);
const at = { meId: undefined, now: 1, handleOf: () => undefined };
const room = { kind: "direct", name: "", topic: "", isLobby: false, memberCount: 2, createdAt: 1 } as const;
const nobody = emptyEntry({
  room: { id: newId<RoomId>(1), ...room },
  ...{ rev: 1, lastSeq: 0, readSeq: 0, unread: 0, mentions: 0 },
  ...{ role: "member", lastMessage: null, draft: null, directIds: [ann, bob] },
});
const changed = presenceReducers["presence:changed"];

test("who comes and goes is online and is not", () => {
  const both = changed(nobody, { online: [ann, bob], offline: [], isWhole: true }, at);
  expect([...both.online]).toEqual([ann, bob]);
  expect([...changed(both, { online: [], offline: [ann], isWhole: false }, at).online]).toEqual([bob]);
  expect([...changed(both, { online: [ann], offline: [], isWhole: true }, at).online]).toEqual([ann]);
});

test("what was known changes nothing, so that nothing is shown again", () => {
  const both = changed(nobody, { online: [ann, bob], offline: [], isWhole: true }, at);
  expect(changed(both, { online: [bob, ann], offline: [], isWhole: true }, at)).toBe(both);
  expect(changed(both, { online: [ann], offline: [], isWhole: false }, at)).toBe(both);
  expect(changed(nobody, { online: [], offline: [ann], isWhole: true }, at)).toBe(nobody);
});
