import type { PictureUse, SharedFile } from "@parley/contract";
import type { Programs } from "../../config/files.ts";

/** What is to be looked at. */
export interface Subject {
  readonly path: string;
  /** Where parts are put: `original`, if it is another than what came, and thumbnails. */
  readonly folder: string;
  readonly isVoice: boolean;
  /** What the picture is meant for, if not for a message. */
  readonly use?: PictureUse | undefined;
  /** What the browser took it for: says no more than whether a film without pictures is to be heard. */
  readonly claimedType: string;
  readonly programs: Programs;
}

/** What was found in the bytes. */
export type Facts = Pick<
  SharedFile,
  "type" | "kind" | "width" | "height" | "thumbhash" | "isAnimated" | "durationMs" | "hasPoster"
>;

/** Facts, or why the file is not taken, in words for whoever sent it. */
export type Finding = { readonly facts: Facts } | { readonly refusal: string };

/** The longer side of a thumbnail, in pixels. */
export const thumbnailPixels = { small: 400, large: 1_600 } as const;
/** Pixels of a picture, all its frames together. */
export const mostPixels = 120_000_000;
export const mostFrames = 2_000;
