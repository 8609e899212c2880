import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
beforeAll(async () => {
  [anna] = await populate(server, ["Anna"]);
});

let count = 0;
const fresh = (stem: string) => {
  count += 1;
  return `${stem}${count}`;
};

test("a handle and a name are chosen apart, and both lead to their owner", async () => {
  const person = await register(server, fresh("Petra"));
  const handle = fresh("quill");
  const { user } = await person.do("profile:change", { name: "The Writer", handle: `@${handle.toUpperCase()}` });
  expect(user).toMatchObject({ name: "The Writer", handle });
  for (const text of [handle, "the wr"])
    expect((await anna.do("user:find", { text })).people.map(({ id }) => id)).toContain(person.id);
  await person.do("profile:change", { handle: person.user.handle });
  expect((await person.do("sync:open", {})).me).toMatchObject({ name: "The Writer", handle: person.user.handle });
});

test("nobody takes another one's, be it name or handle, or what looks like it", async () => {
  const person = await register(server, fresh("Mallory"));
  const victim = await register(server, "Paula");
  await victim.do("profile:change", { name: "Signpost" });
  for (const taken of ["Paula", "pau1a", "Рaula", "Signpost", "S1gnpost", "sign.post_"]) {
    const isTaken = taken !== "sign.post_";
    expect([taken, await person.codeOf("profile:change", { name: taken })]).toEqual([
      taken,
      isTaken ? "name_taken" : "ok",
    ]);
    if (isTaken) expect(await person.codeOf("profile:change", { handle: taken })).toBe("name_taken");
  }
  expect((await person.ask("account:create", { username: "Signpost", password: "long enough" })).ok).toBe(false);
  expect(await victim.codeOf("profile:change", { name: "Paula", handle: "signpost" })).toBe("ok");
});

test("of many who want one at once, one gets it", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => register(server, fresh("Racer"))));
  const codes = await Promise.all(
    people.map((person, at) =>
      person.codeOf("profile:change", at % 2 === 0 ? { name: "Golden" } : { handle: "golden" }),
    ),
  );
  expect(codes.filter((code) => code === "ok")).toHaveLength(1);
  expect(codes.filter((code) => code === "name_taken")).toHaveLength(5);
});

test("a newcomer is announced by their present name, not by the one that the session began with", async () => {
  const person = await register(server, fresh("Before"));
  const own = await person.connect();
  const name = fresh("After");
  await own.call("profile:change", { name });
  const roomId = await anna.createRoom(fresh("Open"), "public");
  const witness = await anna.connect();
  await own.call("room:join", { roomId });
  expect((await witness.until("member:joined", (_, at) => at === roomId)).payload.user.name).toBe(name);
  own.close();
  witness.close();
});
