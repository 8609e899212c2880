import {
  cleanSetName,
  foldHandle,
  ParleyError,
  type Sticker,
  type StickerPlace,
  type StickerSet,
  stickerLimits,
} from "@parley/contract";
import { skeleton } from "@parley/contract/skeleton";

/** In the folder `stickers/`, and so never to be changed: messages are shown with what is there under these names. */
const shipped = [
  {
    id: "moving",
    name: "On the move",
    emoji: "🎉 😂 😍 😎 😘 😜 😇 👍 👎 👏 👋 💪 🔥 👀 💖 🎂 🍾 👻 🐙 🌈",
    isAnimated: true,
  },
  {
    id: "feelings",
    name: "Feelings",
    emoji:
      "😀 😅 🤣 🙂 😉 😊 🥰 😋 🤪 🤗 🤭 🤫 😏 🙄 😬 😴 🤒 🥵 🥶 😵‍💫 🤠 🤓 🧐 😕 😮 🥺 😢 😭 😱 😤 😡 🤯 🤔 🥳 🤡 🙈 🙏 ❤️ 💔 💯",
    isAnimated: false,
  },
  {
    id: "animals",
    name: "Animals",
    emoji: "🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐨 🐯 🦁 🐮 🐷 🐸 🐵 🐔 🐧 🦉 🦄 🐝 🐢 🐳 🦕 🦥 🦋",
    isAnimated: false,
  },
  {
    id: "moments",
    name: "Moments",
    emoji:
      "☕ 🍕 🍔 🍦 🍿 🍻 🥂 🎁 🎈 🏆 🥇 ⚽ 🎮 🎸 🎨 📚 💡 💻 📱 📷 ✈️ 🚗 🚲 🚀 🏠 🏖️ ☀️ 🌙 ⭐ 🌸 🌹 🌵 ⏰ 💰 🔑 🤖 ✅ ❌ ❓ 💤",
    isAnimated: false,
  },
] as const;

const side = 256;

/** The sets that come with the server. */
export const shippedSets: readonly StickerSet[] = shipped.map(({ id: setId, name, emoji, isAnimated }) => ({
  id: setId,
  name,
  stickers: emoji.split(" ").map((one) => ({
    ...{ setId, stickerId: idOf(one), emoji: one, width: side, height: side },
    ...(isAnimated && { isAnimated }),
  })),
}));

const byPlace = new Map(shippedSets.flatMap(({ stickers }) => stickers.map((sticker) => [keyOf(sticker), sticker])));

/** One that comes with the server. */
export function shippedSticker(place: StickerPlace): Sticker | undefined {
  return byPlace.get(keyOf(place));
}

/** A set's name in the forms that are kept: as written, as it is compared, and as what it looks like. */
export function setName(raw: string): { name: string; folded: string; skeleton: string } {
  const cleaned = cleanSetName(raw);
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field: "name" });
  return { name: cleaned.name, folded: foldHandle(cleaned.name), skeleton: skeleton(cleaned.name) };
}

/** Those that come with the server have their names already. */
export function isShippedName(name: { readonly skeleton: string }): boolean {
  return shippedSets.some((set) => skeleton(set.name) === name.skeleton);
}

export function assertRoomForSet(count: number): void {
  if (count < stickerLimits.sets) return;
  throw new ParleyError("conflict", `A server has at most ${stickerLimits.sets} sets of its own. Remove one first.`);
}

export function assertRoomForSticker(count: number): void {
  if (count < stickerLimits.stickers) return;
  throw new ParleyError("conflict", `A set has at most ${stickerLimits.stickers} stickers. Begin another one.`);
}

function keyOf({ setId, stickerId }: StickerPlace): string {
  return `${setId}/${stickerId}`;
}

/** Its code points: what the pictures are called. */
function idOf(emoji: string): string {
  return [...emoji].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("-");
}
