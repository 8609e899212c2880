import { limits, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let mod: Person;
let roomId: RoomId;
const newMessageId = () => newId<MessageId>(Date.now());

beforeAll(async () => {
  [anna, mod, ben] = await populate(server, ["Anna", "Mona", "Ben"]);
  roomId = await anna.createRoom("Talk");
  await anna.do("member:add", { roomId, userIds: [ben.id, mod.id] });
  await anna.do("member:change", { roomId, userId: mod.id, role: "moderator" });
});

describe("sending", () => {
  test("a message gets the next numbers and reaches every member, its sender too", async () => {
    const [own, other] = [await anna.connect(), await ben.connect()];
    const first = await anna.send(roomId, "Hello");
    const second = await ben.send(roomId, "Hi", { replyTo: first.seq });
    expect(second).toMatchObject({ seq: first.seq + 1, rev: first.rev + 1, senderId: ben.id, replyTo: first.seq });
    for (const witness of [own, other]) {
      await witness.until("message:sent", (message) => message.id === second.id);
      expect(witness.named("message:sent").map((event) => event.payload)).toEqual([first, second]);
      witness.close();
    }
  });

  test.each([
    ["nothing to see", " \n\t\u200b"],
    ["half a character", "\ud83d"],
    ["NUL", "a\0b"],
    ["one character too many", "x".repeat(limits.bodyCharacters + 1)],
  ])("%s is refused, and nothing changes", async (_, body) => {
    const data = await openData(server);
    const before = await data.digest();
    expect(await anna.codeOf("message:send", { id: newMessageId(), roomId, body })).toBe("invalid");
    expect(await data.digest()).toBe(before);
    await data.close();
  });

  test("the longest body is kept as it is; line ends and control characters are cleaned", async () => {
    const longest = "é".repeat(limits.bodyCharacters);
    expect((await anna.send(roomId, longest)).body).toBe(longest);
    expect((await anna.send(roomId, "a\r\nb\rc\u0007\u001b[31m\td")).body).toBe("a\nb\nc[31m\td");
  });

  test("an answer to a message that does not exist is refused", async () => {
    expect(await anna.codeOf("message:send", { id: newMessageId(), roomId, body: "?", replyTo: 9_999 })).toBe(
      "invalid",
    );
  });

  test.each([
    ["an unknown field", { seq: 1 }],
    ["somebody else as sender", { senderId: "x" }],
    ["an id that is none", { id: "1" }],
    ["an upper-case id", { id: newMessageId().toUpperCase() }],
    ["an operator", { body: { $ne: "" } }],
  ])("%s is refused", async (_, more) => {
    const reply = await anna.ask("message:send", { id: newMessageId(), roomId, body: "x", ...more });
    expect(reply).toMatchObject({ ok: false, error: { code: "invalid" } });
  });
});

test("messages on one connection keep their order, without waiting for answers", async () => {
  const own = await anna.connect();
  const bodies = Array.from({ length: 200 }, (_, at) => `Number ${at}`);
  await Promise.all(bodies.map((body) => own.call("message:send", { id: newMessageId(), roomId, body })));
  await own.barrier();
  expect(own.named("message:sent").map(({ payload }) => payload.body)).toEqual(bodies);
  own.close();
});

describe("sending again", () => {
  test("answers the original, even with other content, from another room or another device", async () => {
    const elsewhere = await anna.createRoom("Elsewhere");
    const original = await anna.send(roomId, "Once");
    const data = await openData(server);
    const before = await data.digest();
    expect(await anna.send(roomId, "Once", { id: original.id })).toEqual(original);
    expect(await anna.send(roomId, "Twice", { id: original.id })).toEqual(original);
    expect(await anna.send(elsewhere, "Once", { id: original.id })).toEqual(original);
    expect(await data.digest()).toBe(before);
    const phone = await anna.signIn();
    expect(await phone.send(roomId, "Once", { id: original.id })).toEqual(original);
    await data.close();
  });

  test("in parallel stores one", async () => {
    const id = newMessageId();
    const witness = await ben.connect();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => anna.send(roomId, `Copy ${at}`, { id })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await witness.until("message:sent", (message) => message.id === id);
    await witness.barrier();
    expect(witness.named("message:sent")).toHaveLength(1);
    witness.close();
  });

  test("with an id of somebody else's message is a conflict", async () => {
    const original = await anna.send(roomId, "Mine");
    expect(await ben.codeOf("message:send", { id: original.id, roomId, body: "Mine!" })).toBe("conflict");
  });

  test("many at once from several people have one order without gaps", async () => {
    const before = (await anna.do("room:open", { roomId })).state.lastSeq;
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, at) => [anna, ben, mod][at % 3]?.send(roomId, `Number ${at}`)),
    );
    const seqs = all.map((message) => message?.seq ?? 0).sort((one, other) => one - other);
    expect(seqs).toEqual(Array.from({ length: 60 }, (_, at) => before + 1 + at));
    const page = await anna.do("message:history", { roomId, limit: 60 });
    expect(page.messages.map((message) => message.seq)).toEqual(seqs);
  });
});

describe("editing", () => {
  test("the sender may, again and again; the rest of the message stays", async () => {
    const original = await anna.send(roomId, "Frist", { replyTo: 1 });
    const edited = await anna.do("message:edit", { roomId, messageId: original.id, body: "First" });
    expect(edited).toMatchObject({ ...original, body: "First", rev: edited.rev });
    expect(edited.rev).toBeGreaterThan(original.rev);
    expect(edited.editedAt).toBeTypeOf("number");
    const again = await anna.do("message:edit", { roomId, messageId: original.id, body: "First" });
    expect(again).toEqual(edited);
  });

  test("nobody else may, a moderator neither", async () => {
    const { id: messageId } = await anna.send(roomId, "Mine");
    for (const person of [ben, mod])
      expect(await person.codeOf("message:edit", { roomId, messageId, body: "Yours" })).toBe("forbidden");
  });

  test("a message of another room is not found through this one", async () => {
    const elsewhere = await anna.createRoom("Another");
    const { id: messageId } = await anna.send(elsewhere, "There");
    expect(await anna.codeOf("message:edit", { roomId, messageId, body: "Here" })).toBe("not_found");
    expect(await anna.codeOf("message:delete", { roomId, messageId })).toBe("not_found");
  });

  test("what is deleted cannot be edited, whoever comes first", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id: messageId } = await anna.send(roomId, "Short-lived");
      const [deleted] = await Promise.all([
        anna.do("message:delete", { roomId, messageId }),
        anna.codeOf("message:edit", { roomId, messageId, body: "Back from the dead" }),
        mod.codeOf("message:delete", { roomId, messageId }),
      ]);
      const { messages } = await ben.do("message:list", { roomId, seqs: [deleted.seq] });
      expect(messages[0]).toMatchObject({ body: "" });
      expect(messages[0]?.deletedAt).toBeTypeOf("number");
      expect(await anna.codeOf("message:edit", { roomId, messageId, body: "Again" })).toBe("conflict");
    }
  });
});

describe("deleting", () => {
  test("leaves a tombstone with nothing in it; a repeat answers the same one", async () => {
    const original = await ben.send(roomId, "Oops @anna", { replyTo: 1 });
    const tombstone = await ben.do("message:delete", { roomId, messageId: original.id });
    expect(tombstone).toEqual({
      id: original.id,
      seq: original.seq,
      rev: original.rev + 1,
      senderId: ben.id,
      body: "",
      sentAt: original.sentAt,
      deletedAt: tombstone.deletedAt,
    });
    expect(await ben.do("message:delete", { roomId, messageId: original.id })).toEqual(tombstone);
    expect(await ben.send(roomId, "Oops", { id: original.id })).toEqual(tombstone);
  });

  test("is for the sender and for moderators", async () => {
    const { id: messageId } = await anna.send(roomId, "Anna's");
    expect(await ben.codeOf("message:delete", { roomId, messageId })).toBe("forbidden");
    expect(await mod.codeOf("message:delete", { roomId, messageId })).toBe("ok");
  });
});

describe("reading back", () => {
  let long: RoomId;
  beforeAll(async () => {
    long = await anna.createRoom("Long");
    for (let at = 1; at <= 10; at += 1) await anna.send(long, `m${at}`);
  });
  const seqs = async (from: object, limit: number) => {
    const page = await anna.do("message:history", { roomId: long, from: from as { edge: "latest" }, limit });
    return [page.messages.map((message) => message.seq), page.isStart, page.isEnd];
  };

  test.each([
    [{ edge: "latest" }, 4, [[7, 8, 9, 10], false, true]],
    [{ edge: "before", seq: 7 }, 4, [[3, 4, 5, 6], false, false]],
    [{ edge: "before", seq: 3 }, 4, [[1, 2], true, false]],
    [{ edge: "before", seq: 1 }, 4, [[], true, false]],
    [{ edge: "after", seq: 8 }, 4, [[9, 10], false, true]],
    [{ edge: "after", seq: 10 }, 4, [[], false, true]],
    [{ edge: "around", seq: 5 }, 4, [[3, 4, 5, 6], false, false]],
    [{ edge: "around", seq: 0 }, 4, [[1, 2, 3, 4], true, false]],
    [{ edge: "around", seq: 1_000 }, 4, [[9, 10], false, true]],
    [{ edge: "around", seq: 5 }, 1, [[5], false, false]],
    [{ edge: "latest" }, 10, [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], true, true]],
  ])("%j, at most %i", async (from, limit, expected) => {
    expect(await seqs(from, limit)).toEqual(expected);
  });

  test("an empty room is its own start and end", async () => {
    const empty = await anna.createRoom("Empty");
    for (const edge of ["before", "after", "around"] as const)
      expect(await anna.do("message:history", { roomId: empty, from: { edge, seq: 1 } })).toMatchObject({
        messages: [],
        isStart: true,
        isEnd: true,
      });
  });

  test("single messages by number; what is not there is left out", async () => {
    const { messages, people } = await anna.do("message:list", { roomId: long, seqs: [9, 3, 3, 11] });
    expect(messages.map((message) => message.seq)).toEqual([3, 9]);
    expect(people.map((person) => person.id)).toEqual([anna.id]);
  });
});
