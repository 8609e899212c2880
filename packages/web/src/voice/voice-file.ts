import type { OutgoingFile } from "@parley/client";
import { type FileId, newId } from "@parley/contract";
import { inBase64, peaksFrom } from "./peaks.ts";
import type { Recorded } from "./recording.ts";

/** A recording as a file to be sent. `now` in epoch ms. */
export function voiceFile({ bytes, durationMs, levels }: Recorded, now: number): OutgoingFile {
  const ending = /webm|ogg|mp4/.exec(bytes.type)?.[0].replace("mp4", "m4a") ?? "webm";
  const day = new Date(now).toISOString().slice(0, 19).replaceAll(":", "-").replace("T", "-");
  return {
    file: {
      id: newId<FileId>(now),
      name: `voice-${day}.${ending}`,
      type: bytes.type,
      size: bytes.size,
      kind: "voice",
      durationMs,
      peaks: inBase64(peaksFrom(levels)),
    },
    bytes,
  };
}
