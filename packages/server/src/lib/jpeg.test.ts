import { expect, test } from "vitest";
import { picture, segment } from "../../test/jpeg-picture.ts";
import { bareJpeg } from "./jpeg.ts";

const bare = (bytes: Uint8Array) => bareJpeg(bytes, 512);
const reasonOf = (bytes: Uint8Array) => {
  const result = bare(bytes);
  return result.ok ? "ok" : result.reason;
};

test.each([
  ["baseline", picture({ width: 512 })],
  ["the smallest", picture({ width: 1 })],
  ["extended", picture({ frame: 0xc1 })],
  ["progressive", picture({ frame: 0xc2, scans: 10 })],
  ["in colour", picture({ components: 3 })],
])("%s is taken as it is", (_, bytes) => {
  const result = bare(bytes);
  expect(result.ok && Buffer.compare(Buffer.from(result.image), bytes)).toBe(0);
});

test("what is not the picture is taken out", () => {
  const canary = "CANARY 52.5200 N 13.4050 E";
  const bytes = picture({
    extra: [
      segment(0xe0, `JFIF\0${canary}`),
      segment(0xe1, `Exif\0\0${canary}`),
      segment(0xe2, `ICC_PROFILE\0${canary}`),
      segment(0xee, canary),
      segment(0xfe, canary),
      Uint8Array.of(0xff, 0xff, 0xff),
    ],
    tail: Buffer.from(`<script>${canary}</script>`),
  });
  const result = bare(bytes);
  expect(result.ok && Buffer.compare(Buffer.from(result.image), picture())).toBe(0);
});

test("how the colours are meant is kept, and nothing with it", () => {
  const adobe = (flags: string) => segment(0xee, `Adobe\0d${flags}\u0001`);
  const result = bare(picture({ extra: [adobe("abcd")] }));
  const expected = picture({ extra: [adobe("\0\0\0\0")] });
  expect(result.ok && Buffer.compare(Buffer.from(result.image), expected)).toBe(0);
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("GIF89a, or so")],
  ["a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["only a beginning", Buffer.from([0xff, 0xd8])],
  ["a beginning and an end", Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ["half a picture", picture().subarray(0, -10)],
  ["a lossless one", picture({ frame: 0xc3 })],
  ["one with arithmetic codes", picture({ frame: 0xc9 })],
  ["four inks", picture({ components: 4 })],
  ["more scans than a picture needs", picture({ frame: 0xc2, scans: 33 })],
  ["a second frame", picture({ extra: [picture().subarray(2, -2)] })],
  ["a table with more behind it", picture({ extra: [segment(0xdb, Buffer.alloc(70))] })],
  ["a table without anything", picture({ extra: [segment(0xc4, "")] })],
  ["a segment shorter than its length", picture({ extra: [Uint8Array.of(0xff, 0xe1, 0, 1)] })],
  ["a segment longer than the file", picture({ extra: [Uint8Array.of(0xff, 0xe1, 0xff, 0xff)] })],
  ["a number of lines that comes later", picture({ extra: [segment(0xdc, "\0\x40")] })],
])("%s is no picture", (_, bytes) => {
  expect(reasonOf(bytes)).toBe("This is not a JPEG picture.");
});

test("it must be square, and not too large", () => {
  expect(reasonOf(picture({ width: 64, height: 63 }))).toBe("The picture must be square.");
  expect(reasonOf(picture({ width: 0 }))).toBe("The picture must be square.");
  expect(reasonOf(picture({ width: 513 }))).toBe("The picture can have at most 512 × 512 pixels.");
  expect(reasonOf(picture({ width: 65_535 }))).toBe("The picture can have at most 512 × 512 pixels.");
});

test("cut anywhere, or with any byte changed, it is answered and never grows", () => {
  const whole = picture({ extra: [segment(0xe1, "Exif")] });
  for (let at = 0; at < whole.length; at += 1) {
    expect(bare(whole.subarray(0, at)).ok).toBe(false);
    const changed = Buffer.from(whole);
    changed[at] = 0xff - (changed[at] ?? 0);
    const result = bare(changed);
    if (result.ok) expect(result.image.length).toBeLessThanOrEqual(whole.length);
  }
});
