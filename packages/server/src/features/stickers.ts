import {
  cleanText,
  type FileId,
  ParleyError,
  type StickerOfSet,
  type StickerSetId,
  stickerLimits,
} from "@parley/contract";
import { standingOf } from "../additions.ts";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { assertRoomForSet, assertRoomForSticker, isShippedName, setName, shippedSets } from "../domain/stickers.ts";
import type { KeptSet, SetName } from "../store/stickers.ts";

type StickerRequest =
  | "sticker:list"
  | "sticker:list-own"
  | "sticker:show"
  | "sticker:create-set"
  | "sticker:rename-set"
  | "sticker:remove-set"
  | "sticker:add"
  | "sticker:change"
  | "sticker:remove";

export const stickerHandlers: Pick<Handlers, StickerRequest> = {
  async "sticker:list"({ store }) {
    const own = (await store.stickers.sets()).map(({ id, name, stickers }) => ({ id, name, stickers }));
    return { sets: [...own, ...shippedSets] };
  },

  async "sticker:list-own"(ctx) {
    const { mayAdd, mayChange } = await standingOf(ctx);
    const sets = (await ctx.store.stickers.sets()).map((set) => ({ ...set, mayChange: mayChange(set.addedBy) }));
    return { sets, people: await ctx.access.people(new Set(sets.map(({ addedBy }) => addedBy))), mayAdd };
  },

  "sticker:show": ({ access }, place) => access.sticker(place, "view"),

  async "sticker:create-set"(ctx, { setId: id, name: raw }) {
    if (!(await standingOf(ctx)).mayAdd)
      throw new ParleyError("forbidden", "Only the administrators of this server make sets of stickers.");
    const name = setName(raw);
    const addedBy = ctx.actor.user.id;
    const known = await ctx.store.stickers.findSet(id);
    if (known !== undefined && (known.addedBy !== addedBy || known.name !== name.name))
      throw new ParleyError("conflict", "This id is in use. Make the set anew.", { field: "setId" });
    if (known !== undefined) return {};
    await changeSets(ctx);
    assertRoomForSet((await ctx.store.stickers.sets()).length);
    await assertFree(ctx, id, name);
    await ctx.store.stickers.insertSet({ id, ...name, addedBy, addedAt: ctx.now });
    await noteAct(ctx, { act: "sticker:create-set", detail: name.name });
    return {};
  },

  async "sticker:rename-set"(ctx, { setId, name: raw }) {
    const set = await ownSet(ctx, setId);
    const name = setName(raw);
    if (set.name === name.name) return {};
    await changeSets(ctx);
    await assertFree(ctx, setId, name);
    await ctx.store.stickers.renameSet(setId, name);
    return {};
  },

  async "sticker:remove-set"(ctx, { setId }) {
    const set = await changeableSet(ctx, setId);
    if (set === undefined) return {};
    await changeSets(ctx);
    await ctx.store.adoptedFiles.release(await ctx.store.stickers.removeSet(setId));
    ctx.effects.due("files", ctx.now);
    await noteAct(ctx, { act: "sticker:remove-set", detail: set.name });
    return {};
  },

  async "sticker:add"(ctx, { setId, stickerId, emoji, words }) {
    const set = await ownSet(ctx, setId);
    const known = await ctx.store.stickers.find({ setId, stickerId });
    if (known !== undefined) return known;
    await changeSets(ctx);
    assertRoomForSticker(await ctx.store.stickers.countIn(setId));
    const sticker = await added(ctx, { setId, stickerId, emoji, words: cleanWords(words) });
    await noteAct(ctx, { act: "sticker:add", detail: `${set.name} ${emoji}` });
    return sticker;
  },

  async "sticker:change"(ctx, { setId, stickerId, emoji, words: raw }) {
    await ownSet(ctx, setId);
    const known = await ctx.store.stickers.find({ setId, stickerId });
    if (known === undefined) throw new ParleyError("not_found", "There is no such sticker.");
    const words = cleanWords(raw);
    if (known.emoji === emoji && (known.words ?? "") === words) return {};
    await changeSets(ctx);
    await ctx.store.stickers.say({ stickerId, emoji, words });
    return {};
  },

  async "sticker:remove"(ctx, { setId, stickerId }) {
    const set = await changeableSet(ctx, setId);
    const known = set && (await ctx.store.stickers.find({ setId, stickerId }));
    if (set === undefined || known === undefined) return {};
    await changeSets(ctx);
    await ctx.store.stickers.remove(stickerId);
    await ctx.store.adoptedFiles.release([stickerId]);
    ctx.effects.due("files", ctx.now);
    await noteAct(ctx, { act: "sticker:remove", detail: `${set.name} ${known.emoji}` });
    return {};
  },
};

/** A set that the actor may change. Others are refused, whether there is one or not. */
async function changeableSet(ctx: CommandContext, setId: StickerSetId): Promise<KeptSet | undefined> {
  const { mayChange } = await standingOf(ctx);
  const set = await ctx.store.stickers.findSet(setId);
  if (!mayChange(set?.addedBy))
    throw new ParleyError("forbidden", "Only the administrators of this server change sets that others made.");
  return set;
}

async function ownSet(ctx: CommandContext, setId: StickerSetId): Promise<KeptSet> {
  const set = await changeableSet(ctx, setId);
  if (set === undefined) throw new ParleyError("not_found", "There is no such set of stickers.");
  return set;
}

/** Before whatever changes a set: nobody else does meanwhile, and everybody hears that something did. */
async function changeSets(ctx: CommandContext): Promise<void> {
  ctx.effects.announce("sticker:changed", { rev: await ctx.store.stickers.nextRev() });
}

async function assertFree(ctx: CommandContext, id: StickerSetId, name: SetName): Promise<void> {
  const like = await ctx.store.stickers.findLike(name);
  if ((like !== undefined && like !== id) || isShippedName(name))
    throw new ParleyError("name_taken", "There is a set with this name, or one that looks like it.", { field: "name" });
}

function cleanWords(raw = ""): string {
  const cleaned = cleanText(raw, stickerLimits.wordsCharacters, "allowed");
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field: "words" });
  return cleaned.text.replace(/\s+/g, " ").trim();
}

/** From here on its picture is the server's own, and takes nobody's room. */
async function added(
  ctx: CommandContext,
  { setId, stickerId, ...said }: { setId: StickerSetId; stickerId: FileId; emoji: string; words: string },
): Promise<StickerOfSet> {
  const { bytes, isAnimated = false, width = 1, height = 1 } = await ctx.access.drawn(stickerId, "sticker");
  const looks = { width, height, isAnimated };
  const userId = ctx.actor.user.id;
  const place = { setId, stickerId };
  const isNew = await ctx.store.stickers.insert({ ...place, ...said, ...looks, addedAt: ctx.now });
  if (!isNew || !(await ctx.store.adoptedFiles.adopt(userId, stickerId)))
    throw new ParleyError("conflict", "This picture is in use already. Upload it anew.", { field: "stickerId" });
  await ctx.store.fileUsage.release(userId, bytes);
  const { words, emoji } = said;
  return { ...place, emoji, width, height, ...(isAnimated && { isAnimated }), ...(words !== "" && { words }) };
}
