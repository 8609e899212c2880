import type { Message, SharedFile } from "@parley/contract";
import { visible } from "../text/visible.ts";

const units = ["B", "KB", "MB", "GB"] as const;

/** "1.4 MB", in steps of a thousand. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let at = 0;
  while (size >= 1_000 && at < units.length - 1) {
    size /= 1_000;
    at += 1;
  }
  return `${size < 10 && at > 0 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)} ${units[at]}`;
}

/** "📎 quay.jpg (1.4 MB, 4000×3000)", or "🎤 voice 0:12": what a file is, on one line. */
export function fileWords({ name, size, kind, width, height, durationMs }: SharedFile): string {
  if (kind === "voice") return `🎤 voice ${playTime(durationMs ?? 0)}`;
  const facts = [sizeWords(size)];
  if (width !== undefined && height !== undefined) facts.push(`${width}×${height}`);
  if (durationMs !== undefined) facts.push(playTime(durationMs));
  return `📎 ${visible(name)} (${facts.join(", ")})`;
}

/** What a message is besides its words, one line each; of what was spoken also whether it was played. */
export function besideWords({
  sticker,
  files = [],
  playedAt,
}: Pick<Message, "sticker" | "files" | "playedAt">): string[] {
  const described = files.map((file) => {
    const isPlayed = file.kind === "voice" && playedAt !== undefined;
    return isPlayed ? `${fileWords(file)} · played` : fileWords(file);
  });
  return [...(sticker ? [`[sticker ${visible(sticker.emoji)}]`] : []), ...described];
}

function playTime(durationMs: number): string {
  const seconds = Math.round(durationMs / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
