import type { FileId, SharedFile } from "@parley/contract";
import { expect, test } from "vitest";
import { besideWords } from "./words.ts";

const voice: SharedFile = {
  ...{ id: "1" as FileId, name: "voice.webm", type: "audio/webm", size: 48_000, kind: "voice" },
  durationMs: 12_400,
};
const picture: SharedFile = { id: "2" as FileId, name: "quay.jpg", type: "image/jpeg", size: 48_000, kind: "image" };

test("what was spoken is told by its length, and whether it was played", () => {
  expect(besideWords({ files: [voice] })).toEqual(["🎤 voice 0:12"]);
  expect(besideWords({ files: [voice], playedAt: 1 })).toEqual(["🎤 voice 0:12 · played"]);
  expect(besideWords({ files: [picture, voice], playedAt: 1 })).toEqual([
    "📎 quay.jpg (48 KB)",
    "🎤 voice 0:12 · played",
  ]);
  expect(besideWords({})).toEqual([]);
});
