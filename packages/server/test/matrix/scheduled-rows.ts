import { type MessageId, newId, type RequestName } from "@parley/contract";
import { isSignedIn, type Rows } from "./row.ts";
import type { Scene, Standing } from "./scene.ts";

const dayMs = 86_400_000;
const numbers = Array(10_000).keys();

/** One of their own, in a room of their own. */
async function own({ cast }: Scene, standing: Standing): Promise<{ id: MessageId }> {
  const id = newId<MessageId>(Date.now());
  if (!isSignedIn(standing)) return { id };
  const roomId = await cast.actors[standing].createRoom(`Later ${numbers.next().value}`);
  await cast.actors[standing].do("scheduled:add", { id, roomId, body: "Later", sendAt: Date.now() + dayMs });
  return { id };
}

export const scheduledRows: Rows<Extract<RequestName, `scheduled:${string}`>> = {
  "scheduled:add": {
    input: ({ roomId }) => ({
      id: newId<MessageId>(Date.now()),
      roomId,
      body: "Later",
      sendAt: Date.now() + dayMs,
    }),
  },
  "scheduled:change": { input: async (scene, standing) => ({ ...(await own(scene, standing)), body: "Else" }) },
  "scheduled:send": { input: own },
  "scheduled:remove": { input: own },
  "scheduled:offer": { input: ({ roomId }) => ({ roomId }) },
};
