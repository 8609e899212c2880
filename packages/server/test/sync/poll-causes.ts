import type { RoomId } from "@parley/contract";
import { ask } from "../asking.ts";
import type { Person } from "../person.ts";

/** What causes the events of polls. */
export const pollCauses = (scene: () => { anna: Person; ben: Person; roomId: RoomId }) => ({
  "poll:changed": async () => {
    const { anna, ben, roomId } = scene();
    const [first, second] = [await ask(anna, roomId), await ask(anna, roomId, { isMultiple: true })];
    await anna.do("poll:vote", { roomId, seq: first.seq, chosen: [1] });
    await ben.do("poll:vote", { roomId, seq: second.seq, chosen: [0, 2] });
    await anna.do("poll:vote", { roomId, seq: first.seq, chosen: [] });
    await anna.do("pin:add", { roomId, seq: second.seq });
    await ben.do("poll:vote", { roomId, seq: second.seq, chosen: [1] });
  },
  "poll:closed": async () => {
    const { anna, ben, roomId } = scene();
    const { id: messageId, seq } = await ask(anna, roomId);
    await ben.do("poll:vote", { roomId, seq, chosen: [2] });
    await anna.do("poll:close", { roomId, messageId });
  },
  "poll:voted": async () => {
    const { anna, ben, roomId } = scene();
    const { seq } = await ask(anna, roomId, { isAnonymous: true });
    await ben.do("poll:vote", { roomId, seq, chosen: [0] });
    await anna.do("poll:vote", { roomId, seq, chosen: [0] });
    await ben.do("poll:vote", { roomId, seq, chosen: [] });
  },
});
