import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { LineReader } from "./line-reader.ts";

async function all(reader: LineReader): Promise<string[]> {
  const lines: string[] = [];
  for (let line = await reader.next(); line !== null; line = await reader.next()) lines.push(line);
  return lines;
}

test("lines arrive whole, however the bytes were cut", async () => {
  const bytes = Buffer.from("één\r\n東京\n\nlast");
  for (const size of [1, 2, 3, 100]) {
    const input = new PassThrough();
    const lines = all(new LineReader(input));
    for (let at = 0; at < bytes.length; at += size) input.write(bytes.subarray(at, at + size));
    input.end();
    expect(await lines).toEqual(["één", "東京", "", "last"]);
  }
});

test("what came before the end is still given", async () => {
  const input = new PassThrough();
  input.end("a\nb\n");
  expect(await all(new LineReader(input))).toEqual(["a", "b"]);
});

test("an abort ends the waiting", async () => {
  const gone = new AbortController();
  const line = new LineReader(new PassThrough()).next(gone.signal);
  gone.abort();
  expect(await line).toBeNull();
});

test("a line without an end is cut, so that it cannot fill the memory", async () => {
  const input = new PassThrough();
  const reader = new LineReader(input);
  const line = reader.next();
  input.write("x".repeat(70_000));
  expect((await line)?.length).toBe(70_000);
});
