import { type CustomEmoji, ParleyError } from "@parley/contract";
import type { Drawn } from "../access.ts";
import { standingOf } from "../additions.ts";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { assertRoomForEmoji } from "../domain/emoji.ts";

type EmojiRequest = "emoji:list" | "emoji:add" | "emoji:remove" | "emoji:show";

export const emojiHandlers: Pick<Handlers, EmojiRequest> = {
  async "emoji:list"(ctx) {
    const { mayAdd, mayChange } = await standingOf(ctx);
    const known = await ctx.store.emoji.list();
    return {
      emoji: known.map(({ emoji, addedBy, addedAt }) => ({
        ...emoji,
        addedBy,
        addedAt,
        mayRemove: mayChange(addedBy),
      })),
      people: await ctx.access.people(new Set(known.map(({ addedBy }) => addedBy))),
      mayAdd,
    };
  },

  async "emoji:add"(ctx, { name, id }) {
    if (!(await standingOf(ctx)).mayAdd)
      throw new ParleyError("forbidden", "Only the administrators of this server add emoji to it.");
    const known = await ctx.store.emoji.find(name);
    if (known?.emoji.id === id) return known.emoji;
    if (known !== undefined || (await isEverybodys(name))) throw taken(name);
    assertRoomForEmoji((await ctx.store.emoji.list()).length);
    const emoji = await added(ctx, name, await ctx.access.drawn(id, "emoji"));
    await noteAct(ctx, { act: "emoji:add", detail: `:${name}:` });
    ctx.effects.announce("emoji:changed", { name, emoji });
    return emoji;
  },

  async "emoji:remove"(ctx, { name }) {
    const { mayChange } = await standingOf(ctx);
    const known = await ctx.store.emoji.find(name);
    if (!mayChange(known?.addedBy))
      throw new ParleyError("forbidden", "Only the administrators of this server remove emoji that others added.");
    if (known === undefined || !(await ctx.store.emoji.remove(name))) return {};
    await ctx.store.adoptedFiles.retire(known.emoji.id);
    ctx.effects.due("files", ctx.now);
    await noteAct(ctx, { act: "emoji:remove", detail: `:${name}:` });
    ctx.effects.announce("emoji:changed", { name, emoji: null });
    return {};
  },

  "emoji:show": ({ access }, { id }) => access.emoji(id),
};

/** From here on its picture is the server's own, and takes nobody's room. */
async function added(ctx: CommandContext, name: string, { id, isAnimated, bytes }: Drawn): Promise<CustomEmoji> {
  const emoji = { name, id, ...(isAnimated && { isAnimated }) };
  const addedBy = ctx.actor.user.id;
  if (!(await ctx.store.emoji.insert({ emoji, addedBy, addedAt: ctx.now }))) throw taken(name);
  if (!(await ctx.store.adoptedFiles.adopt(addedBy, id)))
    throw new ParleyError("conflict", "This picture is in use already. Upload it anew.", { field: "id" });
  await ctx.store.fileUsage.release(addedBy, bytes);
  return emoji;
}

/** The 5,300 codes are loaded when somebody first adds an emoji: few do in the life of a server. */
async function isEverybodys(name: string): Promise<boolean> {
  const { isEmojiCode } = await import("../lib/emoji-codes.ts");
  return isEmojiCode(name);
}

function taken(name: string): ParleyError {
  return new ParleyError("conflict", `There is an emoji :${name}: already. Choose another name.`, { field: "name" });
}
