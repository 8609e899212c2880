/** Rows for requests about files, and about what was spoken. */
import type { RequestName } from "@parley/contract";
import { drawn } from "../drawn.ts";
import { newFileId, share, shareVoice, upload } from "../uploading.ts";
import { isAdministrator, isSignedIn, onceIn, onlyAdministrators, type Rows } from "./row.ts";
import { outside, type Scene, type Standing } from "./scene.ts";

type FileRequest = Extract<RequestName, `file:${string}` | `voice:${string}` | `emoji:${string}`>;

/** An upload of theirs, if they are signed in. */
async function own({ cast }: Scene, standing: Standing) {
  const id = newFileId();
  if (isSignedIn(standing)) await cast.actors[standing].do("file:create", { id, bytes: 5, filename: "own.txt" });
  return { id };
}

async function ownStored({ cast }: Scene, standing: Standing) {
  return { id: isSignedIn(standing) ? (await upload(cast.actors[standing])).id : newFileId() };
}

/** In a message of the room. */
const shared = onceIn(async ({ cast, roomId }) => {
  const { owner } = cast.actors;
  const file = await upload(owner);
  await share(owner, roomId, { files: [file] });
  return { id: file.id };
});

const numbers = Array(10_000).keys();
const freshName = () => `row_${numbers.next().value}`;

/** Others are refused before anybody looks for their picture. */
async function ownDrawn({ cast }: Scene, standing: Standing) {
  return { name: freshName(), id: isAdministrator(standing) ? await drawn(cast.actors[standing]) : newFileId() };
}

const addedEmoji = onceIn(async ({ cast }) => {
  const { serverOwner } = cast.actors;
  return serverOwner.do("emoji:add", { name: freshName(), id: await drawn(serverOwner) });
});

const spoken = onceIn(async ({ cast, roomId }) => {
  // In a room that is none there is nothing to be played.
  const { seq } = await shareVoice(cast.target, roomId).catch(() => ({ seq: 1 }));
  return { roomId, seq };
});

const unseen = Object.fromEntries(outside.filter(isSignedIn).map((standing) => [standing, "not_found"]));

export const fileRows: Pick<Rows, FileRequest> = {
  "file:create": { input: () => ({ id: newFileId(), bytes: 5, filename: "new.txt" }) },
  "file:show-upload": { input: own },
  "file:show": { input: shared, expected: unseen },
  "file:find": { input: ownStored },
  "file:delete": { input: own },
  "file:limits": { input: () => ({}) },
  "voice:play": { input: spoken },
  "emoji:list": { input: () => ({}) },
  "emoji:show": { input: async (scene) => ({ id: (await addedEmoji(scene)).id }) },
  "emoji:add": { input: ownDrawn, expected: onlyAdministrators },
  "emoji:remove": { input: async (scene) => ({ name: (await addedEmoji(scene)).name }), expected: onlyAdministrators },
  "file:list": { input: ({ roomId }) => ({ roomId, kind: "file" }) },
};
