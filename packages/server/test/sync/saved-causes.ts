import { type MessageId, newId, type RoomId } from "@parley/contract";
import type { Person } from "../person.ts";

/** What causes the event of messages that are kept for later. */
export const savedCauses = (scene: () => { anna: Person; ben: Person; roomId: RoomId }) => ({
  "saved:changed": async () => {
    const { anna, ben, roomId } = scene();
    for (const body of ["One", "Two"]) await anna.send(roomId, body);
    for (const seq of [3, 2]) await ben.do("saved:add", { roomId, seq });
    await ben.do("saved:remove", { roomId, seq: 3 });
    await ben.do("saved:add", { roomId, seq: 1 });
    const { messages } = await anna.do("message:list", { roomId, seqs: [2] });
    await anna.do("message:delete", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1) });
  },
});
