import type { Output } from "@parley/contract";

/** A set of stickers as the settings show it. */
export type OwnSet = Output<"sticker:list-own">["sets"][number];
