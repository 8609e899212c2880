import { ParleyError, type Sticker, type StickerOfSet, type StickerSet } from "@parley/contract";
import { fitted, type Line, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, type Fact } from "./answer.ts";
import { type CommandContext, currentRoom } from "./context.ts";
import { emojiIn } from "./emoji.ts";

const listWidth = 76;

/** Sends the sticker that an emoji, its name or a word of a sticker's maker means; without one, says which there are. */
export async function sendSticker(context: CommandContext, rest: string): Promise<Answer> {
  const { sets } = await context.client.call("sticker:list", {});
  if (rest === "") return { lines: sets.map(setLine), facts: sets.map(setFact) };
  const roomId = currentRoom(context);
  const all = sets.flatMap(({ stickers }) => stickers);
  const { words: _, ...sticker } = described(all, rest) ?? (await meaning(all, rest));
  await context.client.sendSticker(roomId, sticker);
  return answer(`Sending the sticker ${visible(sticker.emoji)}.`, { type: "sending", sticker });
}

function described(all: readonly StickerOfSet[], text: string): StickerOfSet | undefined {
  const asked = text.toLowerCase().split(/\s+/);
  return all.find(({ words }) => {
    const own = words?.toLowerCase().split(/\s+/) ?? [];
    return asked.every((word) => own.includes(word));
  });
}

async function meaning(all: readonly StickerOfSet[], text: string): Promise<StickerOfSet> {
  const emoji = await emojiIn(/^[\w+-]+$/.test(text) ? `:${text}:` : text);
  const sticker = all.find((one) => one.emoji === emoji);
  if (!sticker) throw new ParleyError("not_found", `There is no sticker for ${emoji}. /sticker lists them all.`);
  return sticker;
}

function setLine({ name, stickers }: StickerSet): Line {
  return [span(fitted(`${visible(name)}: ${stickers.map(emojiOf).join(" ")}`, listWidth))];
}

function setFact({ id, name, stickers }: StickerSet): Fact {
  const words = stickers.map((sticker) => visible(sticker.words ?? ""));
  return { type: "sticker-set", id, name, stickers: stickers.map(emojiOf), ...(words.some(Boolean) && { words }) };
}

function emojiOf({ emoji }: Sticker): string {
  return visible(emoji);
}
