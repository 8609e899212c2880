import { z } from "zod";
import { command, event, query } from "./define.ts";
import { FileId, StickerSetId, UserId } from "./ids.ts";
import { rates } from "./limits.ts";
import { stickerLimits } from "./sticker-limits.ts";
import { isOneEmoji } from "./text/emoji.ts";
import { userSchema } from "./users.ts";

const placeSchema = {
  /** One of ours, by its name, or the id of a set that somebody here made. */
  setId: z.string().regex(/^[0-9a-z-]{1,36}$/),
  /** Within its set. What it shows never changes. */
  stickerId: z.string().regex(/^[0-9a-z-]{1,64}$/),
} as const;

/** Names a sticker. */
export const stickerPlaceSchema = z.strictObject(placeSchema);
export type StickerPlace = z.infer<typeof stickerPlaceSchema>;

const stickerFields = {
  ...placeSchema,
  /** What it means: it is found by this, and read out as this. */
  emoji: z.string(),
  width: z.number().int().min(1).max(stickerLimits.pixels),
  height: z.number().int().min(1).max(stickerLimits.pixels),
  isAnimated: z.literal(true).optional(),
} as const;

/**
 * A sticker as a message carries it. Its picture (WebP) is at `/stickers/<setId>/<stickerId>`, one that stands still at
 * `/stickers/<setId>/<stickerId>/still`, and that small, to pick from many, at `/stickers/<setId>/<stickerId>/small`.
 */
export const stickerSchema = z.strictObject(stickerFields);
export type Sticker = z.infer<typeof stickerSchema>;

/** A sticker as its set has it. */
export const stickerOfSetSchema = z.strictObject({
  ...stickerFields,
  /** By which it is found, too. */
  words: z.string().optional(),
});
export type StickerOfSet = z.infer<typeof stickerOfSetSchema>;

const setFields = {
  id: placeSchema.setId,
  /** In English, of a set that comes with the server. */
  name: z.string(),
  stickers: z.array(stickerOfSetSchema).max(stickerLimits.stickers),
} as const;

export const stickerSetSchema = z.strictObject(setFields);
export type StickerSet = z.infer<typeof stickerSetSchema>;

/** Grows with every change to the sets of this server's own. */
export const stickersRevSchema = z.number().int().min(0);

const ownPlaceSchema = { setId: StickerSetId, stickerId: FileId } as const;
const nameSchema = z.string().min(1).max(256);
/** What is said of a sticker of this server's own. */
const saidSchema = {
  emoji: z.string().max(64).refine(isOneEmoji, "Choose one emoji."),
  words: z.string().max(stickerLimits.wordsCharacters).optional(),
} as const;

export const stickerRequests = {
  "sticker:list": query({
    summary: "All sets of stickers on this server: those of its own first.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({ sets: z.array(stickerSetSchema) }),
  }),
  "sticker:list-own": query({
    summary: "The sets of this server's own, by name, with who made them; and whether I may make some.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({
      sets: z.array(
        z.strictObject({
          ...setFields,
          id: StickerSetId,
          addedBy: UserId,
          /** Epoch ms. */
          addedAt: z.number().int(),
          mayChange: z.boolean(),
        }),
      ),
      people: z.array(userSchema),
      mayAdd: z.boolean(),
    }),
  }),
  "sticker:show": query({
    summary: "A sticker of this server, or of a message that I see. Its picture: `GET /stickers/<setId>/<stickerId>`.",
    caller: "person",
    limiter: rates.download,
    input: stickerPlaceSchema,
    output: stickerSchema,
  }),
  "sticker:create-set": command({
    summary: `Make a set of this server's own, at most ${stickerLimits.sets}; whoever adds emoji may. No two names look alike. A repeat changes nothing.`,
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({ setId: StickerSetId, name: nameSchema }),
    output: z.strictObject({}),
  }),
  "sticker:rename-set": command({
    summary: "Rename a set of this server's own.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ setId: StickerSetId, name: nameSchema }),
    output: z.strictObject({}),
  }),
  "sticker:remove-set": command({
    summary: "Remove a set of this server's own with its stickers. Messages keep theirs. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ setId: StickerSetId }),
    output: z.strictObject({}),
  }),
  "sticker:add": command({
    summary: `Add a sticker to a set of this server's own, at most ${stickerLimits.stickers}. Its picture is a file of mine, uploaded with \`use: sticker\` and not sent. A repeat changes nothing.`,
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ ...ownPlaceSchema, ...saidSchema }),
    output: stickerOfSetSchema,
  }),
  "sticker:change": command({
    summary: "Change by what a sticker of this server's own is found. Messages keep what it meant when it was sent.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ ...ownPlaceSchema, ...saidSchema }),
    output: z.strictObject({}),
  }),
  "sticker:remove": command({
    summary: "Take a sticker out of a set of this server's own. Messages keep it. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject(ownPlaceSchema),
    output: z.strictObject({}),
  }),
} as const;

export const stickerEvents = {
  "sticker:changed": event({
    scope: "server",
    summary: "The sets of this server's own have changed: `sticker:list` has them.",
    payload: z.strictObject({ rev: stickersRevSchema }),
  }),
} as const;
