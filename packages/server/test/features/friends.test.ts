import { newId, type Relation, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
const witnesses: Witness[] = [];
const monthMs = 30 * 86_400_000;
let count = 0;
let olga: Person;
let anna: Person;
let ben: Person;

beforeAll(async () => {
  [olga] = await populate(server, ["Olga"]);
});
afterAll(async () => {
  for (const witness of witnesses) witness.close();
  await server.stop();
});
beforeEach(async () => {
  count += 1;
  anna = await register(server, `Anna ${count}`);
  ben = await register(server, `Ben ${count}`);
});

async function listen(person: Person): Promise<Witness> {
  const witness = await person.connect();
  witnesses.push(witness);
  return witness;
}

async function relationOf(person: Person, other: Person): Promise<Relation | undefined> {
  const { relations } = await person.do("sync:open", {});
  return relations.find((relation) => relation.userId === other.id);
}

const kinds = async () => [(await relationOf(anna, ben))?.kind, (await relationOf(ben, anna))?.kind];
const ask = (from: Person, to: Person, line = "") => from.do("friend:ask", { userId: to.id, line });

describe("a request", () => {
  test("arrives with its line, on every device of both", async () => {
    const [mine, theirs] = [await listen(anna), await listen(ben)];
    const { relation } = await ask(anna, ben, "  We met\nyesterday ");
    expect(relation).toMatchObject({ userId: ben.id, kind: "asked", line: "We met yesterday" });
    expect((await mine.until("relation:changed")).payload).toMatchObject({ userId: ben.id, relation });
    const { payload } = await theirs.until("relation:changed");
    expect(payload).toMatchObject({ userId: anna.id, relation: { kind: "asking", line: "We met yesterday" } });
    expect(payload.user).toEqual(anna.user);
    expect(await relationOf(ben, anna)).toEqual(payload.relation);
    expect((await ben.do("sync:open", {})).people.map(({ id }) => id)).toContain(anna.id);
  });

  test("accepted makes both friends", async () => {
    await ask(anna, ben, "Hello");
    const witness = await listen(anna);
    const { relation } = await ben.do("friend:accept", { userId: anna.id });
    expect(relation).toMatchObject({ kind: "friend", line: "" });
    expect((await witness.until("relation:changed")).payload.relation?.kind).toBe("friend");
    expect(await kinds()).toEqual(["friend", "friend"]);
    expect((await ben.do("friend:accept", { userId: anna.id })).relation).toEqual(relation);
  });

  test("answered by a request makes both friends", async () => {
    await ask(anna, ben);
    expect((await ask(ben, anna)).relation?.kind).toBe("friend");
    expect(await kinds()).toEqual(["friend", "friend"]);
  });

  test("made by both at once makes both friends", async () => {
    await Promise.all([ask(anna, ben), ask(ben, anna)]);
    expect(await kinds()).toEqual(["friend", "friend"]);
  });

  test("made again changes and tells nothing", async () => {
    const { relation } = await ask(anna, ben, "First");
    const witness = await listen(ben);
    expect((await ask(anna, ben, "Second")).relation).toEqual(relation);
    await witness.barrier();
    expect(witness.events).toEqual([]);
    expect((await relationOf(ben, anna))?.line).toBe("First");
  });

  test("taken back is gone on both sides", async () => {
    await ask(anna, ben);
    const witness = await listen(ben);
    expect(await anna.do("friend:cancel", { userId: ben.id })).toEqual({ relation: null });
    expect((await witness.until("relation:changed")).payload).toMatchObject({ userId: anna.id, relation: null });
    expect(await kinds()).toEqual([undefined, undefined]);
    expect(await ben.codeOf("friend:accept", { userId: anna.id })).toBe("not_found");
  });
});

describe("a declined request", () => {
  beforeEach(async () => {
    await ask(anna, ben);
  });

  test("is told to nobody", async () => {
    const [mine, theirs] = [await listen(ben), await listen(anna)];
    expect(await ben.do("friend:decline", { userId: anna.id })).toEqual({ relation: null });
    expect((await mine.until("relation:changed")).payload.relation).toBeNull();
    await theirs.barrier();
    expect(theirs.events).toEqual([]);
    expect(await kinds()).toEqual(["asked", undefined]);
    expect(await ben.do("friend:decline", { userId: anna.id })).toEqual({ relation: null });
  });

  test("is not delivered again for a month, whether taken back meanwhile or not", async () => {
    await ben.do("friend:decline", { userId: anna.id });
    const witness = await listen(ben);
    expect((await ask(anna, ben, "Please")).relation?.kind).toBe("asked");
    await anna.do("friend:cancel", { userId: ben.id });
    expect((await ask(anna, ben, "Please!")).relation).toMatchObject({ kind: "asked", line: "Please!" });
    await witness.barrier();
    expect(witness.events).toEqual([]);
    expect(await kinds()).toEqual(["asked", undefined]);
    server.clock.forward(monthMs);
    await ask(anna, ben, "A month later");
    expect((await witness.until("relation:changed")).payload.relation).toMatchObject({ line: "A month later" });
    expect(await kinds()).toEqual(["asked", "asking"]);
  });

  test("may still be answered by one of one's own", async () => {
    await ben.do("friend:decline", { userId: anna.id });
    expect((await ask(ben, anna)).relation?.kind).toBe("friend");
    expect(await kinds()).toEqual(["friend", "friend"]);
  });
});

describe("a friendship", () => {
  beforeEach(async () => {
    await ask(anna, ben);
    await ben.do("friend:accept", { userId: anna.id });
  });

  test("ends for both when one ends it", async () => {
    const witness = await listen(ben);
    expect(await anna.do("friend:remove", { userId: ben.id })).toEqual({ relation: null });
    expect((await witness.until("relation:changed")).payload).toMatchObject({ userId: anna.id, relation: null });
    expect(await kinds()).toEqual([undefined, undefined]);
    expect(await anna.codeOf("friend:remove", { userId: ben.id })).toBe("not_found");
  });

  test("is not asked for again", async () => {
    expect((await ask(anna, ben)).relation?.kind).toBe("friend");
    expect(await kinds()).toEqual(["friend", "friend"]);
  });

  test("ends with a block", async () => {
    await ben.do("block:add", { userId: anna.id });
    expect(await kinds()).toEqual([undefined, "blocked"]);
  });
});

describe("across a block", () => {
  test("a request looks sent, and is never seen, not after the block either", async () => {
    await ben.do("block:add", { userId: anna.id });
    const stranger = await register(server, `Stranger ${count}`);
    const witness = await listen(ben);
    const across = await anna.ask("friend:ask", { userId: ben.id, line: "Hello" });
    const usual = await anna.ask("friend:ask", { userId: stranger.id, line: "Hello" });
    const shape = (reply: unknown) => JSON.stringify(reply).replace(/"(userId|since)":("[^"]*"|\d+)/g, "");
    expect(shape(across)).toBe(shape(usual));
    await witness.barrier();
    expect(witness.named("relation:changed")).toEqual([]);
    expect(await kinds()).toEqual(["asked", "blocked"]);
    await ben.do("block:remove", { userId: anna.id });
    expect(await kinds()).toEqual(["asked", undefined]);
    await ask(anna, ben, "Again");
    expect(await kinds()).toEqual(["asked", "asking"]);
  });

  test("whoever blocked must unblock first", async () => {
    await anna.do("block:add", { userId: ben.id });
    const reply = await anna.ask("friend:ask", { userId: ben.id });
    expect(reply).toMatchObject({ error: { code: "not_reachable", message: expect.stringContaining("Unblock") } });
    expect(await kinds()).toEqual(["blocked", undefined]);
  });
});

describe("suggestions", () => {
  const suggested = async (person: Person) =>
    (await person.do("friend:suggest", {})).suggestions.map(({ user, sharedRooms }) => [user.id, sharedRooms]);

  test("are people in rooms in common, those with most first, and nobody from the lobby or a conversation", async () => {
    const others = await Promise.all(["Cleo", "Dora", "Emil"].map((name) => register(server, `${name} ${count}`)));
    const [cleo, dora, emil] = others as [Person, Person, Person];
    const first = await anna.createRoom(`First ${count}`);
    const second = await anna.createRoom(`Second ${count}`, "public");
    await anna.do("member:add", { roomId: first, userIds: [ben.id, cleo.id, dora.id] });
    await anna.do("member:add", { roomId: second, userIds: [cleo.id] });
    await anna.do("room:create-direct", { userIds: [emil.id, ben.id] });
    expect(await suggested(anna)).toEqual([
      [cleo.id, 2],
      [ben.id, 1],
      [dora.id, 1],
    ]);
    expect(await suggested(olga)).toEqual([]);
  });

  test("leave out whom one asked, declined or blocked, and whoever blocked one", async () => {
    const roomId = await anna.createRoom(`All ${count}`);
    const others = await Promise.all(["Ask", "Dec", "Blo", "By"].map((name) => register(server, `${name} ${count}`)));
    const [asked, declined, blocked, blocker] = others as [Person, Person, Person, Person];
    await anna.do("member:add", { roomId, userIds: [ben.id, ...others.map(({ id }) => id)] });
    await ask(anna, asked);
    await ask(declined, anna);
    await anna.do("friend:decline", { userId: declined.id });
    await anna.do("block:add", { userId: blocked.id });
    await blocker.do("block:add", { userId: anna.id });
    expect(await suggested(anna)).toEqual([[ben.id, 1]]);
  });
});

describe("refused", () => {
  test("asking oneself, or nobody", async () => {
    expect(await anna.ask("friend:ask", { userId: anna.id })).toMatchObject({
      error: { code: "invalid", field: "userId" },
    });
    expect(await anna.codeOf("friend:ask", { userId: newId<UserId>(Date.now()) })).toBe("not_found");
  });

  test.each(["friend:accept", "friend:decline", "friend:cancel", "friend:remove"] as const)(
    "%s where there is nothing, or nobody, or by the wrong side",
    async (name) => {
      for (const userId of [ben.id, anna.id, newId<UserId>(Date.now())])
        expect(await anna.codeOf(name, { userId })).toBe("not_found");
      await ask(anna, ben);
      if (name !== "friend:cancel") expect(await anna.codeOf(name, { userId: ben.id })).toBe("not_found");
      if (name === "friend:cancel") expect(await ben.codeOf(name, { userId: anna.id })).toBe("not_found");
      expect(await kinds()).toEqual(["asked", "asking"]);
    },
  );

  test.each([
    ["userId", { userId: "x" }],
    ["userId", { userId: ["x"] }],
    ["userId", {}],
    ["line", { line: "x".repeat(301) }],
    ["line", { line: 1 }],
    ["", { more: true }],
  ])("%s: %j", async (field, input) => {
    const whole = field === "userId" ? input : { userId: ben.id, ...input };
    expect(await anna.ask("friend:ask", whole)).toMatchObject({
      error: { code: "invalid", ...(field !== "" && { field }) },
    });
  });
});
