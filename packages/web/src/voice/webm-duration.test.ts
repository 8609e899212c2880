import { expect, test } from "vitest";
import { headWithDuration, withDuration } from "./webm-duration.ts";

const ebml = [0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01];
const segment = [0x18, 0x53, 0x80, 0x67];
const endless = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const scale = [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40];
const info = [0x15, 0x49, 0xa9, 0x66, 0x87, ...scale];
const tracks = [0x16, 0x54, 0xae, 0x6b, 0x81, 0x00];
const recorded = [...ebml, ...segment, ...endless, ...info, ...tracks];

test("the duration stands in the information, and nothing else is changed", () => {
  const head = headWithDuration(Uint8Array.from(recorded), 2_500);
  const duration = [0x44, 0x89, 0x88, 0x40, 0xa3, 0x88, 0, 0, 0, 0, 0];
  const mended = [0x15, 0x49, 0xa9, 0x66, 0x10, 0, 0, 0x12, ...scale, ...duration];
  expect([...(head ?? [])]).toEqual([...ebml, ...segment, ...endless, ...mended, ...tracks]);
  // What is mended needs no mending.
  expect(headWithDuration(head ?? new Uint8Array(), 2_500)).toBeNull();
});

test("where a place was left for it, it stands there", () => {
  // As Firefox begins: sizes in eight bytes, an empty table, and a duration of nothing.
  const place = [0x44, 0x89, 0x88, 0, 0, 0, 0, 0, 0, 0, 0];
  const roomy = [0x15, 0x49, 0xa9, 0x66, 0x01, 0, 0, 0, 0, 0, 0, 0x12, ...scale];
  const begun = [...ebml, ...segment, ...endless, 0x11, 0x4d, 0x9b, 0x74, 0x80, ...roomy];
  const head = headWithDuration(Uint8Array.from([...begun, ...place, ...tracks]), 2_500);
  expect([...(head ?? [])]).toEqual([...begun, 0x44, 0x89, 0x88, 0x40, 0xa3, 0x88, 0, 0, 0, 0, 0, ...tracks]);
});

test("it is counted in the ticks of the recording", () => {
  const slow = [...recorded];
  slow.splice(slow.indexOf(0x0f), 3, 0x1e, 0x84, 0x80);
  const head = headWithDuration(Uint8Array.from(slow), 2_500) ?? new Uint8Array();
  const at = head.findIndex((byte, index) => byte === 0x44 && head[index + 1] === 0x89);
  expect(new DataView(head.buffer).getFloat64(at + 3)).toBe(1_250);
});

test("what is not understood stays as it is", async () => {
  const withSize = [...ebml, ...segment, 0x88, ...info];
  const withTable = [...ebml, ...segment, ...endless, 0x11, 0x4d, 0x9b, 0x74, 0x81, 0x00, ...info];
  const garbage = [[], [0], [0x1a], withSize, withTable, recorded.slice(0, 24), Array(40).fill(0xff)];
  for (const bytes of garbage) expect(headWithDuration(Uint8Array.from(bytes), 1_000)).toBeNull();
  const other = new Blob([Uint8Array.from(recorded)], { type: "audio/mp4" });
  expect(await withDuration(other, 1_000)).toBe(other);
});

test("whatever comes, it ends", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % 256;
  };
  for (let round = 0; round < 500; round += 1) {
    const bytes = Uint8Array.from([...recorded.slice(0, round % 40), ...Array.from({ length: 60 }, random)]);
    const head = headWithDuration(bytes, 1_000);
    if (head !== null) expect(head.length).toBeGreaterThanOrEqual(bytes.length);
  }
});
