import { newId, type RoomId, requestNames, requests } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { end, expectNothingOutside, sendAsEveryone, setting } from "./everyone.ts";
import { rows } from "./rows.ts";
import { outside, type Scene, setScene } from "./scene.ts";

const of = await setting();
afterAll(() => end(of));

test.each(requestNames)("%s in a private room", (name) => sendAsEveryone(of, name, "private"));

const aboutRooms = requestNames.filter((name) => "roomId" in requests[name].input.shape);

test("requests about a room are found", () => expect(aboutRooms.length).toBeGreaterThan(15));

test.each(aboutRooms)("%s tells nothing of a private room to those outside", async (name) => {
  const { cast } = of;
  const scene = await setScene(cast, "private");
  const elsewhere: Scene = { ...scene, roomId: newId<RoomId>(Date.now()) };
  for (const standing of outside) {
    if (rows[name].oversees?.includes(standing)) continue;
    const there = await cast.actors[standing].ask(name, await rows[name].input(scene, standing));
    const nothing = await cast.actors[standing].ask(name, await rows[name].input(elsewhere, standing));
    expect(there.ok).toBe(false);
    expect(there).toEqual(nothing);
  }
});

test("nothing of any room reached a connection outside of it", () => expectNothingOutside(of));
