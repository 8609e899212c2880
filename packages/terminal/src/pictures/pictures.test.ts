import { PassThrough } from "node:stream";
import type { FileId, SharedFile } from "@parley/contract";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { type Line, lineText, lineWidth, span } from "../text/spans.ts";
import { askTerminal } from "./answers.ts";
import { boxOf } from "./box.ts";
import { Pictures } from "./pictures.ts";
import { pictureLines } from "./place.ts";
import { sixelPicture } from "./sixel.ts";
import { type PictureWay, pictureSurroundings } from "./way.ts";

const file: SharedFile = {
  ...{ id: "019c1044-140e-7bc3-839f-97eb5278cd5d" as FileId, name: "flag.png", type: "image/png", size: 1_000 },
  ...{ kind: "image", width: 64, height: 32 },
};
/** Red above, blue below. */
const flag = await sharp({ create: { width: 64, height: 32, channels: 3, background: "#f00" } })
  .composite([
    {
      input: await sharp({ create: { width: 64, height: 16, channels: 3, background: "#00f" } })
        .png()
        .toBuffer(),
      left: 0,
      top: 16,
    },
  ])
  .webp({ lossless: true })
  .toBuffer();

test.each([
  [{ TERM: "xterm-kitty", KITTY_WINDOW_ID: "1", LANG: "C.UTF-8" }, null],
  [{ TERM: "tmux-256color", KITTY_WINDOW_ID: "1", TMUX: "/tmp/t", LANG: "C.UTF-8" }, "blocks"],
  [{ TERM: "xterm-256color", LC_ALL: "C.UTF-8" }, null],
  [{ TERM: "xterm-256color", LC_ALL: "C", LANG: "C.UTF-8" }, "none"],
  [{ TERM: "xterm-256color", LANG: "C.UTF-8", NO_COLOR: "1" }, "none"],
  [{ TERM: "dumb", LANG: "C.UTF-8" }, "none"],
  [{ TERM: "dumb", PARLEY_PICTURES: "sixel" }, "sixel"],
  [{ TERM: "dumb", PARLEY_PICTURES: "oil" }, "none"],
])("%j: %s", (environment, way) => {
  expect(pictureSurroundings(environment).way).toBe(way);
});

test("kitty, Ghostty and 256 colours are known by the environment", () => {
  const plain = { way: "none", isKitty: false, hasAllColors: false };
  expect(pictureSurroundings({})).toEqual(plain);
  expect(pictureSurroundings({ COLORTERM: "truecolor" })).toEqual({ ...plain, hasAllColors: true });
  expect(pictureSurroundings({ KITTY_WINDOW_ID: "1" })).toEqual({ ...plain, isKitty: true });
  expect(pictureSurroundings({ TERM_PROGRAM: "ghostty" })).toEqual({ ...plain, isKitty: true });
});

test("the terminal says what it can, and keys that were pressed meanwhile are given back", async () => {
  const input = new PassThrough();
  const [output, errors] = [new PassThrough(), new PassThrough()];
  output.once("data", (asked: Buffer) => {
    expect(asked.toString()).toMatch(/U=1;AAAA.*\[16t.*\[c$/);
    input.write("hi\u001b_Gi=31;OK\u001b\\\u001b[6;17;9t");
    input.write("\u001b[?62;4;22c");
  });
  expect(await askTerminal({ input, output, errors })).toEqual({
    ...{ hasSixels: true, hasPlaceholders: true },
    cell: { width: 9, height: 17 },
  });
  const [typed] = await input.take(1).toArray();
  expect(String(typed)).toBe("hi");
});

test("who does not answer draws nothing", async () => {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  expect(await askTerminal({ input, output, errors })).toMatchObject({
    ...{ hasSixels: false, hasPlaceholders: false },
  });
});

test.each([
  [{ width: 4_000, height: 3_000 }, 80, { columns: 32, rows: 12 }],
  [{ width: 4_000, height: 3_000 }, 20, { columns: 20, rows: 8 }],
  [{ width: 16, height: 16 }, 80, { columns: 2, rows: 1 }],
  [{ width: 1, height: 9_000 }, 80, { columns: 1, rows: 12 }],
  [{ width: 9_000, height: 1 }, 80, { columns: 40, rows: 1 }],
])("%j in %i columns: %j", (size, room, cells) => {
  expect(boxOf(size, room)).toEqual(cells);
});

test("three stand beside each other, none wider than there is room", () => {
  const files = Array.from({ length: 5 }, () => ({ ...file, width: 4_000, height: 3_000 }));
  const lines = pictureLines({ files } as Parameters<typeof pictureLines>[0], 50);
  for (const line of lines) expect(lineWidth(line)).toBe(50);
  expect(lines[0]?.filter(({ picture }) => picture)).toHaveLength(3);
});

/** The picture's place on a screen, in a way, and what was written for it. */
function shown(way: Exclude<PictureWay, "none">, answer = () => new Response(new Uint8Array(flag))) {
  const written: string[] = [];
  const onReady = vi.fn();
  const asked: unknown[] = [];
  const server = {
    url: "https://chat.test/",
    token: "secret",
    fetch: async (...call: Parameters<typeof fetch>) => {
      asked.push(call);
      return answer();
    },
  };
  const signal = new AbortController().signal;
  const pictures = new Pictures({
    ...{ way, server, signal, onReady, hasAllColors: true, cell: { width: 10, height: 20 } },
    write: (text) => written.push(text),
  });
  const lines: Line[] = [
    [span("above")],
    ...pictureLines({ files: [file] } as Parameters<typeof pictureLines>[0], 40).map((line) => [span("  "), ...line]),
  ];
  return { pictures, lines, onReady, written, asked };
}

test("halves of cells bear its colours, and it is asked for once, with the session", async () => {
  const { pictures, lines, onReady, asked } = shown("blocks");
  expect(lines).toHaveLength(3);
  expect(pictures.into(lines).map(lineText)).toEqual(lines.map(lineText));
  pictures.into(lines);
  await vi.waitFor(() => expect(onReady).toHaveBeenCalledOnce());
  expect(pictures.into(lines).map(lineText)).toEqual([
    "above",
    `  \u001b[38;2;255;0;0;48;2;255;0;0m${"▀".repeat(8)}\u001b[0m`,
    `  \u001b[38;2;0;0;255;48;2;0;0;255m${"▀".repeat(8)}\u001b[0m`,
  ]);
  for (const [row, line] of pictures.into(lines).entries()) expect(lineWidth(line)).toBe(lineWidth(lines[row] ?? []));
  expect(asked).toEqual([
    [
      `https://chat.test/files/${file.id}/thumbnail/small`,
      expect.objectContaining({ headers: { authorization: "Bearer secret" } }),
    ],
  ]);
});

test("kitty gets its pixels in pieces, and placeholders in the colour of its number", async () => {
  const { pictures, lines, onReady, written } = shown("kitty");
  pictures.into(lines);
  await vi.waitFor(() => expect(onReady).toHaveBeenCalledOnce());
  const pieces = written.join("").replaceAll("\u001b", "ESC").split("ESC\\").slice(0, -1);
  expect(pieces[0]).toMatch(/^ESC_Ga=T,U=1,q=2,f=24,i=1056769,s=80,v=40,c=8,r=2,m=1;[\w+/]{4096}$/);
  expect(pieces.at(-1)).toMatch(/^ESC_Gq=2,m=0;[\w+/=]+$/);
  const bytes = Buffer.from(pieces.map((piece) => piece.split(";").at(-1)).join(""), "base64");
  expect(bytes).toHaveLength(80 * 40 * 3);
  expect([...bytes.subarray(0, 3), ...bytes.subarray(-3)]).toEqual([255, 0, 0, 0, 0, 255]);
  const [, first, second] = pictures.into(lines).map(lineText);
  expect(first).toBe(`  \u001b[38;2;16;32;1m\u{10eeee}\u0305\u0305${"\u{10eeee}".repeat(7)}\u001b[39m`);
  expect(second).toContain("\u{10eeee}\u030d\u0305");
  for (const [row, line] of pictures.into(lines).entries()) expect(lineWidth(line)).toBe(lineWidth(lines[row] ?? []));
});

test("sixels are drawn over the whole place, again only when something there has changed", async () => {
  const { pictures, lines, onReady } = shown("sixel");
  pictures.into(lines);
  expect(pictures.drawings()).toBe("");
  await vi.waitFor(() => expect(onReady).toHaveBeenCalledOnce());
  pictures.into(lines);
  const drawn = pictures.drawings();
  expect(drawn.replaceAll("\u001b", "ESC")).toMatch(/^ESC7ESC\[2;3H.*ESCP0;1q"1;1;80;40#0;2;0;0;0.*ESC\\ESC8$/);
  pictures.into(lines);
  expect(pictures.drawings()).toBe("");
  pictures.forgetPlaces();
  expect(pictures.drawings()).toBe(drawn);
  // The name beside it has changed: the terminal drew that line anew.
  pictures.into(lines.map((line) => [...line, span("x")]));
  expect(pictures.drawings()).not.toBe("");
  // Only half of it is in view.
  pictures.into(lines.slice(0, 2));
  expect(pictures.drawings()).toBe("");
});

test("a picture of one colour is that colour, six rows at once", () => {
  const rgb = new Uint8Array(8 * 7 * 3).fill(255);
  const text = sixelPicture({ width: 8, height: 7, rgb });
  expect(text.slice(text.indexOf("#215;2;100;100;100") + 18)).toBe("#215!8~-#215!8@\u001b\\");
});

test.each([
  ["nothing is there", () => new Response(null, { status: 404 })],
  ["it is no picture", () => new Response("<svg/>")],
  ["it is far too large", () => new Response("", { headers: { "content-length": "9000000" } })],
])("its place stays empty when %s", async (_, answer) => {
  const { pictures, lines, onReady, asked } = shown("blocks", answer);
  pictures.into(lines);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await new Promise(setImmediate);
  expect(pictures.into(lines).map(lineText)).toEqual(lines.map(lineText));
  expect(onReady).not.toHaveBeenCalled();
});
