import type { OutgoingFile } from "@parley/client";
import {
  type FileId,
  type FileKind,
  limits,
  looksLikeText,
  newId,
  type SharedFile,
  textSampleBytes,
} from "@parley/contract";
import { openPicture } from "../profile/picture.ts";
import { isShownText } from "./shown-text.ts";

/** So long a film may take to say how large and how long it is. */
const PATIENCE_MS = 3_000;
/** What the server shows as a picture; anything else is a card, whatever it calls itself. */
const pictures = /^image\/(jpeg|png|gif|webp|avif)$/;
const films = /^video\/(mp4|webm|quicktime|ogg)$/;

/** A chosen file as it will be shown until the server has looked at it. */
export async function described(chosen: File): Promise<OutgoingFile> {
  const name = chosen.name.slice(-limits.fileNameCharacters) || "file";
  const type = chosen.type || "application/octet-stream";
  const id = newId<FileId>(Date.now());
  const kind = kindOf(type);
  const file: SharedFile = { id, name, type, size: chosen.size, kind };
  const looks = kind === "file" ? await textIn(file, chosen) : await looksOf(chosen, kind);
  return { file: { ...file, ...looks }, bytes: chosen };
}

function kindOf(type: string): FileKind {
  if (pictures.test(type)) return "image";
  if (films.test(type)) return "video";
  return type.startsWith("audio/") ? "audio" : "file";
}

/** Browsers go by the name, and know few; the server goes by the bytes. Its place must not change when it has. */
async function textIn(file: SharedFile, bytes: Blob): Promise<Partial<SharedFile>> {
  const head = new Uint8Array(await bytes.slice(0, textSampleBytes).arrayBuffer());
  const isText = looksLikeText(head) && !/^({\\rtf|%PDF|%!PS)/.test(new TextDecoder().decode(head.subarray(0, 8)));
  if (isText === isShownText({ ...file, size: 1 })) return {};
  return { type: isText ? "text/plain" : "application/octet-stream" };
}

type Looks = Pick<SharedFile, "width" | "height" | "durationMs">;

async function looksOf(bytes: Blob, kind: FileKind): Promise<Looks> {
  if (kind === "video" || kind === "audio") return played(bytes, kind);
  const picture = kind === "image" ? await openPicture(bytes) : null;
  if (picture === null) return {};
  const { width, height } = picture;
  picture.close();
  return { width, height };
}

/** What this browser makes of a film or sound, if it can play it. */
function played(bytes: Blob, kind: "video" | "audio"): Promise<Looks> {
  const media = document.createElement(kind);
  const url = URL.createObjectURL(bytes);
  return new Promise<Looks>((resolve) => {
    const timer = setTimeout(() => resolve({}), PATIENCE_MS);
    const settle = () => {
      clearTimeout(timer);
      resolve({ ...sizeOf(media), ...lengthOf(media) });
    };
    media.onloadedmetadata = settle;
    media.onerror = settle;
    media.preload = "metadata";
    media.muted = true;
    media.src = url;
  }).finally(() => {
    media.removeAttribute("src");
    URL.revokeObjectURL(url);
  });
}

function sizeOf(media: HTMLMediaElement): Looks {
  if (!(media instanceof HTMLVideoElement) || !media.videoWidth || !media.videoHeight) return {};
  return { width: media.videoWidth, height: media.videoHeight };
}

/** Recordings have none before they were played to their end. */
function lengthOf({ duration }: HTMLMediaElement): Looks {
  const durationMs = Math.round(duration * 1_000);
  return durationMs >= 0 && durationMs <= limits.durationMs ? { durationMs } : {};
}
