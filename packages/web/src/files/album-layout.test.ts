import { type FileId, newId, type SharedFile } from "@parley/contract";
import { expect, test } from "vitest";
import { albumSize, filesHeight } from "./album-layout.ts";

const picture = (width: number, height: number): SharedFile => ({
  ...{ id: newId<FileId>(0), name: "a.jpg", type: "image/jpeg", size: 1, kind: "image" },
  ...{ width, height },
});

const { width: _width, height: _height, ...nowhere } = picture(1, 1);
const film: SharedFile = { ...nowhere, kind: "video" };

test.each([
  ["a landscape", [picture(4000, 3000)], { width: 420, height: 315 }],
  ["a portrait, no taller than this", [picture(3000, 4000)], { width: 300, height: 400 }],
  ["a small one, no larger than it is", [picture(200, 100)], { width: 200, height: 100 }],
  ["a sign, large enough for what stands on it", [picture(16, 16)], { width: 180, height: 180 }],
  ["a panorama, cut", [picture(9000, 1000)], { width: 420, height: 175 }],
  ["a film of which nothing is known", [film], { width: 420, height: 236 }],
  ["two", Array(2).fill(picture(3, 4)), { width: 420, height: 210 }],
  ["five", Array(5).fill(picture(3, 4)), { width: 420, height: 280 }],
  ["ten", Array(10).fill(picture(3, 4)), { width: 420, height: 315 }],
])("the place of %s", (_name, pictures, size) => {
  expect(albumSize(pictures)).toEqual(size);
});

test("other files stand below, each on its line; of texts there is more to see", () => {
  const document = { ...nowhere, kind: "file", type: "application/pdf" } as const;
  expect(filesHeight([document])).toBe(64);
  expect(filesHeight([picture(4000, 3000), document, document])).toBe(315 + 8 + 2 * 64);
  const shown = ["text/plain", "text/html", "application/xml", "image/svg+xml", "application/ld+json"];
  for (const type of shown) expect(filesHeight([{ ...document, type }])).toBe(188);
  expect(filesHeight([{ ...document, type: "text/plain", size: 1_000_001 }])).toBe(64);
  expect(filesHeight([{ ...document, type: "text/plain", size: 0 }])).toBe(64);
});
