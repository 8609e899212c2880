import { join } from "node:path";
import type { Input } from "@parley/contract";
import { startPostgres } from "@parley/server/postgres";
import { freePort, request, startParley, temporaryFolder } from "../proof/rig/parley.ts";
import { median } from "./load.ts";
import { populate } from "./population.ts";
import { analyze, copyToPostgres } from "./postgres-copy.ts";
import type { Row, Settings } from "./row.ts";
import { cores } from "./target.ts";

type Search = Input<"search:messages">;

const rooms = 100;
const vocabulary = 50_000;
const yearMs = 365 * 86_400_000;
const timesEach = 15;

/** From what nearly everybody says to what nobody does; `word(0)` is in most messages, `word(40_000)` in some dozens. */
const queries: readonly Search[] = [
  { text: `${word(0)} ` },
  { text: `${word(0)} ${word(1)} ` },
  { text: `${word(0)} ${word(300)} ` },
  { text: `${word(40_000)} ` },
  { text: `"${word(0)} ${word(1)}"` },
  { text: `"${word(200)} ${word(900)}"` },
  { text: word(3).slice(0, 2) },
  { text: word(4_000).slice(0, 3) },
  { text: `${word(2)} -${word(0)} ` },
  { text: `${word(0)} from:@sown7` },
  { text: `has:link -${word(0)} ` },
  { text: `${word(0)} before:2020-01-01 ` },
  { text: "nobodysaysthis " },
  { text: `${word(0)} `, order: "relevant" },
  { text: `${word(5)} ${word(60)} `, order: "relevant" },
];

/** Where the messages are: in a file of the server's data folder, or in PostgreSQL. */
interface Place {
  readonly database: "SQLite" | "PostgreSQL";
  readonly data: string;
  readonly env?: { readonly PARLEY_DATABASE_URL: string };
  readonly token: string;
}

/** The first page of what is found in a long history, in all of a hundred rooms and in one of them, on both databases. */
export async function searching({ storedMessages }: Settings): Promise<Row[]> {
  const data = temporaryFolder("bench");
  const random = generator();
  const said = (seq: number) => ({ body: sentence(random), sentAt: Math.round(Date.now() - yearMs + seq * stepMs) });
  const stepMs = yearMs / (storedMessages / rooms);
  const { tokens } = await populate(data, {
    people: 100,
    layouts: [],
    history: { messages: storedMessages, rooms, said },
  });
  const token = tokens[0] ?? "";
  const postgres = await startPostgres();
  const env = { PARLEY_DATABASE_URL: postgres.url };
  const other = temporaryFolder("bench");
  const layingOut = await startParley({ data: other, port: await freePort(), env });
  await layingOut.end("SIGTERM");
  await copyToPostgres(join(data, "parley.db"), postgres.url);
  const measured = [
    await searchingIn({ database: "SQLite", data, token }, storedMessages),
    await searchingIn({ database: "PostgreSQL", data: other, env, token }, storedMessages),
  ];
  await postgres.stop();
  return measured;
}

async function searchingIn({ database, data, env, token }: Place, storedMessages: number): Promise<Row> {
  const port = await freePort();
  const server = await startParley({ data, port, core: cores.server, ...(env && { env }) });
  const ask = (input: Search) => request(port, { name: "search:messages", input, token });
  const startedAt = performance.now();
  for (let isComplete = false; !isComplete; ) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    isComplete = (await ask({ text: "anything " })).isComplete;
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  if (env) await analyze(env.PARLEY_DATABASE_URL);
  const found = await ask({ text: word(0) });
  const inOne = found.hits[0]?.roomId;
  const times: number[] = [];
  for (const query of [...queries, ...queries.map((one) => ({ ...one, ...(inOne && { roomId: inOne }) }))]) {
    const took = await timed(() => ask(query));
    times.push(took);
    console.log(`    ${database} ${took.toFixed(1).padStart(6)} ms  ${JSON.stringify(query)}`);
  }
  await server.end("SIGKILL");
  const slowest = Math.max(...times);
  return {
    row: "12",
    what: `search over ${storedMessages.toLocaleString("en")} messages in ${database}, first page, ${times.length} queries in 100 rooms and in one: slowest; middle (gone through in ${minutes.toFixed(1)} min)`,
    against: "",
    reach: "< 200 ms",
    later: "50 ms",
    measured: `${slowest.toFixed(0)} ms; ${median(times).toFixed(0)} ms`,
    isMet: slowest < 200,
  };
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < timesEach; round += 1) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** The word of this rank, the most frequent first. */
function word(rank: number): string {
  const syllables = ["ta", "ne", "ri", "so", "mu", "la", "ke", "do", "vi", "pa", "en", "or", "is", "un", "ab", "el"];
  let text = "";
  for (let left = rank + 16; left > 0; left = Math.floor(left / 16)) text += syllables[left % 16];
  return text;
}

/** As in people's languages: the word of rank n is n times as rare as the first. */
function sentence(random: () => number): string {
  const words = Array.from({ length: 3 + Math.floor(random() * 20) }, () =>
    word(Math.floor(vocabulary ** random()) - 1),
  );
  if (random() < 0.02) words.push("https://example.org/path");
  return words.join(" ");
}

/** Mulberry32: the same history every time. */
function generator(): () => number {
  let state = 42;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
