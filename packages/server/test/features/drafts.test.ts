import { limits, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Desk");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

const draftOf = async (person: Person) => (await person.do("room:open", { roomId })).state.draft;

test("a draft follows its writer to other devices, and nobody else", async () => {
  const [phone, other] = [await (await anna.signIn()).connect(), await ben.connect()];
  const { draft } = await anna.do("draft:save", { roomId, body: "Half a", replyTo: 1 });
  expect(draft).toMatchObject({ body: "Half a", replyTo: 1 });
  expect((await phone.until("draft:changed")).payload).toMatchObject({ roomId, draft });
  expect(await draftOf(anna)).toEqual(draft);
  expect(await draftOf(ben)).toBeNull();
  await other.barrier();
  expect(other.batches).toEqual([]);
  phone.close();
  other.close();
});

test("an empty one is forgotten, once", async () => {
  await anna.do("draft:save", { roomId, body: "Something" });
  const phone = await anna.connect();
  expect(await anna.do("draft:save", { roomId, body: " \n" })).toEqual({ draft: null });
  expect(await anna.do("draft:save", { roomId, body: "" })).toEqual({ draft: null });
  await phone.barrier();
  expect(phone.named("draft:changed").map((event) => event.payload.draft)).toEqual([null]);
  expect(await draftOf(anna)).toBeNull();
  phone.close();
});

test("one that is too long or broken is refused", async () => {
  for (const body of ["x".repeat(limits.bodyCharacters + 1), "a\0", "\udc00"])
    expect(await anna.codeOf("draft:save", { roomId, body })).toBe("invalid");
});
