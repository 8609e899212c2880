import { limits } from "@parley/contract/limits";
import { z } from "zod";
import type { Facts, Subject } from "./facts.ts";
import { writePreview } from "./preview.ts";
import { outputOf } from "./program.ts";

/** What reads a type. No other may, so that nothing in a file makes another file be opened, or an address be asked. */
const readers: Readonly<Record<string, string>> = {
  mp4: "mov",
  quicktime: "mov",
  webm: "matroska",
  ogg: "ogg",
  mpeg: "mp3",
  aac: "aac",
  wav: "wav",
  flac: "flac",
};

/** What may decode: what browsers play, and what cameras write. */
const decoders = [
  ...["h264", "hevc", "vp8", "vp9", "libdav1d", "libaom-av1", "av1", "mpeg4", "h263", "mjpeg", "theora", "prores"],
  ...["aac", "opus", "vorbis", "mp3", "mp3float", "flac", "alac", "ac3", "eac3", "pcm_s16le", "pcm_s16be", "pcm_s24le"],
].join(",");

const posterPixels = 1_280;
/** As it comes from ffmpeg, in PNG. */
const mostFrameBytes = 16 * 2 ** 20;
const mostAnswerBytes = 64 * 1_024;

const number = z.coerce.number().positive().optional().catch(undefined);
const answerSchema = z.object({
  format: z.object({ duration: number }).catch({ duration: undefined }),
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      width: number,
      height: number,
      sample_aspect_ratio: z.string().optional(),
      disposition: z.object({ attached_pic: z.number() }).optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
});
type Stream = z.infer<typeof answerSchema>["streams"][number];

/** How long a film or sound is; of a film, how large, and a picture of it. Nothing where there is no ffmpeg. */
export async function lookAtFilm({ path, folder, programs }: Subject, found: Facts): Promise<Facts> {
  const source = sourceOf(path, found.type);
  const answer = programs.ffprobe === null || source === null ? null : await probe(programs.ffprobe, source);
  if (answer === null || source === null) return found;
  const seconds = answer.format.duration;
  const durationMs = seconds && Math.min(Math.round(seconds * 1_000), limits.durationMs);
  const facts: Facts = { ...found, ...(durationMs !== undefined && { durationMs }) };
  const seen = answer.streams.find(isSeen);
  if (found.kind !== "video") return facts;
  if (seen === undefined) return isHeard(answer.streams) ? { ...facts, ...heard(found) } : facts;
  const size = sizeOf(seen);
  if (size === null) return facts;
  const frame = programs.ffmpeg === null ? null : await frameOf(programs.ffmpeg, source, seconds ?? 0);
  const preview = frame && (await writePreview(frame, { folder, ...fitting(size) }));
  return { ...facts, ...size, ...preview };
}

const isSeen = ({ codec_type, disposition }: Stream) => codec_type === "video" && disposition?.attached_pic !== 1;
const isHeard = (streams: readonly Stream[]) => streams.some(({ codec_type }) => codec_type === "audio");

/** A film without pictures. */
function heard({ type }: Facts): Pick<Facts, "kind" | "type"> {
  return {
    kind: "audio",
    type: type.replace(/^video\/(quicktime)?/, (_, isQuickTime) => (isQuickTime ? "audio/mp4" : "audio/")),
  };
}

/** What both programs are told of the file. */
function sourceOf(path: string, type: string): string[] | null {
  const reader = readers[type.split("/")[1] ?? ""];
  if (reader === undefined) return null;
  const reading = ["-protocol_whitelist", "file", "-f", reader, "-codec_whitelist", decoders];
  return ["-v", "error", ...reading, "-i", `file:${path}`];
}

async function probe(program: string, source: readonly string[]) {
  const entries = [
    "format=duration:stream=codec_type,width,height,sample_aspect_ratio",
    "stream_disposition=attached_pic:stream_side_data=rotation",
  ].join(":");
  const args = ["-show_entries", entries, "-of", "json", ...source];
  const output = await outputOf({ program, args, mostBytes: mostAnswerBytes });
  return output === null ? null : (answerSchema.safeParse(parsed(output)).data ?? null);
}

function parsed(output: Buffer): unknown {
  try {
    return JSON.parse(output.toString("utf8"));
  } catch {
    return null;
  }
}

/** As it is shown: its pixels may not be square, and it may be turned. */
function sizeOf({ width = 0, height = 0, sample_aspect_ratio = "", side_data_list = [] }: Stream) {
  const [across = 1, down = 1] = /^[1-9]\d{0,4}:[1-9]\d{0,4}$/.test(sample_aspect_ratio)
    ? sample_aspect_ratio.split(":").map(Number)
    : [];
  const size = [Math.round((width * across) / down), height] as const;
  const turned = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  const [shownWidth, shownHeight] = Math.abs(turned) % 180 === 90 ? [size[1], size[0]] : size;
  const isSize = (pixels: number) => pixels >= 1 && pixels <= limits.pixelsOfSide;
  return isSize(shownWidth) && isSize(shownHeight) ? { width: shownWidth, height: shownHeight } : null;
}

function fitting({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, posterPixels / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Not the very first: films like to begin in the dark. */
async function frameOf(program: string, source: readonly string[], seconds: number): Promise<Buffer | null> {
  const scale = `scale='min(${posterPixels},iw)':'min(${posterPixels},ih)':force_original_aspect_ratio=decrease`;
  const take = [
    "-map",
    "0:V:0",
    "-frames:v",
    "1",
    "-an",
    "-sn",
    "-dn",
    "-vf",
    scale,
    "-c:v",
    "png",
    "-f",
    "image2pipe",
  ];
  const at = (start: number) =>
    outputOf({
      program,
      args: ["-nostdin", "-threads", "1", "-ss", start.toFixed(2), ...source, ...take, "pipe:1"],
      mostBytes: mostFrameBytes,
    });
  return (seconds > 1 ? await at(Math.min(3, seconds / 10)) : null) ?? at(0);
}
