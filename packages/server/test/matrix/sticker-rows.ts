/** Rows for requests about stickers. */
import { newId, type RequestName, type StickerSetId } from "@parley/contract";
import { drawn, newSet, newSticker } from "../drawn.ts";
import { newFileId } from "../uploading.ts";
import { isAdministrator, onceIn, onlyAdministrators, type Rows } from "./row.ts";
import type { Scene, Standing } from "./scene.ts";

type StickerRequest = Extract<RequestName, `sticker:${string}`>;

const set = onceIn(async ({ cast }) => ({ setId: await newSet(cast.actors.serverOwner) }));

const sticker = onceIn(async (scene) => {
  const { setId } = await set(scene);
  const { stickerId } = await newSticker(scene.cast.actors.serverOwner, setId);
  return { setId, stickerId: stickerId as ReturnType<typeof newFileId> };
});

/** Others are refused before anybody looks for their picture. */
async function ownDrawn(scene: Scene, standing: Standing) {
  const person = scene.cast.actors[standing];
  const stickerId = isAdministrator(standing) ? await drawn(person, undefined, { use: "sticker" }) : newFileId();
  return { ...(await set(scene)), stickerId, emoji: "🐈" };
}

function fresh() {
  const setId = newId<StickerSetId>(Date.now());
  return { setId, name: `Set ${setId.slice(-12)}` };
}

const expected = onlyAdministrators;

export const stickerRows: Pick<Rows, StickerRequest> = {
  "sticker:list": { input: () => ({}) },
  "sticker:list-own": { input: () => ({}) },
  "sticker:show": { input: sticker },
  "sticker:create-set": { input: fresh, expected },
  "sticker:rename-set": { input: async (scene) => ({ ...(await set(scene)), name: fresh().name }), expected },
  "sticker:remove-set": { input: set, expected },
  "sticker:add": { input: ownDrawn, expected },
  "sticker:change": { input: async (scene) => ({ ...(await sticker(scene)), emoji: "🐕" }), expected },
  "sticker:remove": { input: sticker, expected },
};
