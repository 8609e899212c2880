import { type MessageId, newId, type RoomId } from "@parley/contract";
import { expect } from "vitest";
import type { Person } from "../person.ts";
import type { TestServer } from "../start-server.ts";
import { upload } from "../uploading.ts";

/** What causes the event of messages that wait: all that becomes of them. */
export const scheduledCauses = (scene: () => { ben: Person; roomId: RoomId; server: TestServer }) => ({
  "scheduled:changed": async () => {
    const { ben, roomId, server } = scene();
    const inMs = (ms: number) => server.clock.now() + ms;
    const schedule = async (sendAt: number) => {
      const id = newId<MessageId>(Date.now());
      const { id: fileId } = await upload(ben);
      await ben.do("scheduled:add", { id, roomId, body: "Later", replyTo: 1, files: [fileId], sendAt });
      return id;
    };
    const [first, second] = [await schedule(inMs(3_000_000)), await schedule(inMs(4_000_000))];
    await schedule(inMs(60_000));
    await ben.do("scheduled:change", { id: first, body: "Else", sendAt: inMs(5_000_000) });
    await ben.do("scheduled:remove", { id: second });
    await ben.do("scheduled:send", { id: await schedule(inMs(6_000_000)) });
    server.clock.forward(60_000);
    await expect.poll(async () => (await ben.do("sync:open", {})).scheduled).toHaveLength(1);
  },
});
