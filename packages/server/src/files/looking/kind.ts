import { open } from "node:fs/promises";
import type { FileKind } from "@parley/contract";
import { looksLikeText, textSampleBytes } from "@parley/contract/looks-like-text";
import { fileTypeFromFile } from "file-type";
import type { Subject } from "./facts.ts";

/** Pictures that are decoded here and written anew. Only these are ever shown as pictures. */
export const pictureTypes: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
]);

/** What browsers play. A container says nothing of what is in it, so a recording may be found as a film. */
const played: Readonly<Record<string, readonly [type: string, kind: "video" | "audio"]>> = {
  "video/mp4": ["video/mp4", "video"],
  "video/x-m4v": ["video/mp4", "video"],
  "video/quicktime": ["video/quicktime", "video"],
  "video/webm": ["video/webm", "video"],
  "video/ogg": ["video/ogg", "video"],
  "audio/mp4": ["audio/mp4", "audio"],
  "audio/x-m4a": ["audio/mp4", "audio"],
  "audio/mpeg": ["audio/mpeg", "audio"],
  "audio/aac": ["audio/aac", "audio"],
  "audio/ogg": ["audio/ogg", "audio"],
  "audio/webm": ["audio/webm", "audio"],
  "audio/wav": ["audio/wav", "audio"],
  "audio/flac": ["audio/flac", "audio"],
};

/** Type and kind by the bytes alone. What is not known for sure is a `file`, and never shown inline. */
export async function kindOf({ path, isVoice, claimedType }: Subject): Promise<{ type: string; kind: FileKind }> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const type = found?.mime.split(";")[0] ?? "";
  if (pictureTypes.has(type)) return { type, kind: "image" };
  const media = Object.hasOwn(played, type) ? played[type] : undefined;
  if (media !== undefined) {
    const [playedType, kind] = media;
    const isHeard = isVoice || kind === "audio" || claimedType.startsWith("audio/");
    if (!isHeard) return { type: playedType, kind };
    return { type: playedType.replace("video/", "audio/"), kind: isVoice ? "voice" : "audio" };
  }
  if (type !== "") return { type, kind: "file" };
  return { type: (await isText(path)) ? "text/plain" : "application/octet-stream", kind: "file" };
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(textSampleBytes), 0, textSampleBytes, 0);
    return looksLikeText(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
