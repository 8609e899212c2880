/** What is found by what: the same on both databases. */
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { bodiesFound, search, untilIndexed } from "./found.ts";

const server = await startServer();
let data: TestData;
let anna: Person;
let ben: Person;
let plans: RoomId;
let ops: RoomId;

const texts = {
  address: "The address is 12 Elm Street, Berlin",
  berlin: "Berliner Straße, near the École",
  new: "New York, not York new",
  york: "york is new to me",
  tokyo: "東京タワーに行きました",
  kyoto: "京都から東へ",
  hiragana: "すしを食べる",
  katakana: "ガラスのカラス",
  korean: "학교에서 만나요",
  thai: "สวัสดีครับ",
  chinese: "我们明天去北京大学",
  arabic: "مَرْحَبًا بالعالم",
  russian: "Привет, МИР",
  greek: "Ο Σίσυφος",
  party: "Party 🎉🎉 tonight",
  thumb: "👍🏽 fine",
  coder: "the 👩‍💻 did it",
  flag: "🇩🇪 won",
  link: "look at https://example.org/path_to/page?x=1",
  code: "`const searchTerm = 42` don't change",
  call: "@anna please look",
  everyone: "@everyone lunch at 12:30",
  edited: "this was changed",
  full: "ＦＵＬＬ width ﬁsh",
  punctuation: "!!! …",
} as const;
type Name = keyof typeof texts;
const inOps = new Set<Name>(["party", "thumb", "russian"]);
const byAnna = new Set<Name>(["address", "york", "party", "greek"]);

beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  data = await openData(server);
  plans = await anna.createRoom("Big plans");
  ops = await anna.createRoom("ops");
  for (const roomId of [plans, ops]) await anna.do("member:add", { roomId, userIds: [ben.id] });
  for (const [name, body] of Object.entries(texts) as [Name, string][]) {
    const sender = byAnna.has(name) ? anna : ben;
    // Two in the same millisecond, in two rooms, have no order.
    server.clock.forward(1);
    const said = name === "edited" ? "this will be other" : body;
    const { id: messageId } = await sender.send(inOps.has(name) ? ops : plans, said);
    if (name === "edited") await sender.do("message:edit", { roomId: plans, messageId, body });
  }
  await untilIndexed(data);
});
afterAll(async () => {
  await data.close();
  await server.stop();
});

const queries: [string, Name[]][] = [
  ["address", ["address"]],
  ["ADDRESS street ", ["address"]],
  ["addr", ["address"]],
  ["addr ", []],
  ["addr* 12 ", ["address"]],
  ["berlin", ["berlin", "address"]],
  ["berlin ", ["address"]],
  ["strasse ecole ", ["berlin"]],
  ["STRASSE", ["berlin"]],
  ["new york ", ["york", "new"]],
  ['"new york"', ["new"]],
  ['"york new"', ["new"]],
  ["new -not ", ["york"]],
  ['york -"new york"', ["york"]],
  ["東京", ["tokyo"]],
  ["京", ["chinese", "kyoto", "tokyo"]],
  ["タワー", ["tokyo"]],
  ["東 京 ", ["kyoto", "tokyo"]],
  ["食べる", ["hiragana"]],
  ["カラス", ["katakana"]],
  ["ｶﾞﾗｽ", ["katakana"]],
  ["학교", ["korean"]],
  ["สวัสดี", ["thai"]],
  ["北京大学", ["chinese"]],
  ["大京", []],
  ["مرحبا", ["arabic"]],
  ["привет мир ", ["russian"]],
  ["σίσυφοσ", ["greek"]],
  ["🎉", ["party"]],
  ["🎉🎉", ["party"]],
  ["👍", ["thumb"]],
  ["👩‍💻", ["coder"]],
  ["🇩🇪", ["flag"]],
  ["path_to", ["link"]],
  ["example.org ", ["link"]],
  ["has:link", ["link"]],
  ["don't ", ["code"]],
  ["searchterm 42 ", ["code"]],
  ["from:@anna", ["party", "greek", "york", "address"]],
  ["from:anna from:ben berlin ", ["address"]],
  ["-from:@ben new ", ["york"]],
  ["in:#ops", ["thumb", "party", "russian"]],
  ["in:ops from:ben ", ["thumb", "russian"]],
  ["look -in:big-plans ", []],
  ["mentions:me", ["everyone", "call"]],
  ["12:30 ", ["everyone"]],
  ["is:edited", ["edited"]],
  ["other ", []],
  ["changed -is:edited ", []],
  ["full fish ", ["full"]],
  ["!!!", []],
  ["from:@nobody", []],
  ["in:#nowhere berlin", []],
  ["before:2020-01-01 berlin ", []],
  ["after:2020-01-01 berlin ", ["address"]],
  ["has:voice", []],
];

test.each(queries)("%j finds %j", async (text, names) => {
  expect(await bodiesFound(anna, text)).toEqual(names.map((name) => texts[name]));
});

test("says where the words are", async () => {
  const marked = async (text: string) => {
    const { hits } = await search(anna, text);
    return hits.map(({ message, marks }) => marks.map(([start, end]) => message.body.slice(start, end)));
  };
  expect(await marked("addr berl")).toEqual([]);
  expect(await marked("addr* berl")).toEqual([["address", "Berlin"]]);
  expect(await marked('"new york"')).toEqual([["New York"]]);
  expect(await marked("東京")).toEqual([["東京"]]);
  expect(await marked("ecole")).toEqual([["École"]]);
  expect(await marked("🎉")).toEqual([["🎉", "🎉"]]);
  expect(await marked("has:link")).toEqual([[]]);
});

test("refuses what an operator does not take, and asks nothing of an empty text", async () => {
  const refused = await anna.ask("search:messages", { text: "has:lunch" });
  expect(refused).toMatchObject({ ok: false, error: { code: "invalid", field: "text" } });
  expect(await search(anna, "  ")).toEqual({ hits: [], people: [], rooms: [], cursor: null, isComplete: true });
  expect(await anna.codeOf("search:messages", { text: "x", timeZone: "Mars/Olympus" })).toBe("invalid");
  expect(await anna.codeOf("search:messages", { text: "x", cursor: "1 or 1=1" })).toBe("invalid");
  expect(await anna.codeOf("search:messages", { text: `' " * ( ) : NOT OR & | ! \\ ^ {} \u0007 -- ;` })).toBe("ok");
});

test("pages are without gap or repeat, in both orders; the most relevant comes first", async () => {
  const roomId = await anna.createRoom("Pages");
  const bodies = Array.from({ length: 23 }, (_, at) => `page ${at} of a long story about much else`);
  for (const body of bodies) await anna.send(roomId, body);
  await anna.send(roomId, "page page page");
  await anna.send(roomId, "the last page of all, which says little about that word in many more words than it takes");
  await untilIndexed(data);
  for (const order of ["newest", "relevant"] as const) {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(anna, "page ", { roomId, order, limit: 7, ...(cursor !== undefined && { cursor }) });
      found.push(...page.hits.map(({ message }) => message.body));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toHaveLength(25);
    expect(new Set(found).size).toBe(25);
    expect(found[0]).toMatch(order === "newest" ? /^the last page/ : /^page page page/);
  }
});
