import { fillMixedRoom } from "./rig/mixed-room.ts";
import { scrollAndMeasure } from "./rig/scrolling.ts";
import { picturesHaveCome, type Shifts, shiftsSeen, watchShifts } from "./rig/shifts.ts";
import { expect, test } from "./rig/test.ts";
import { withWebKit } from "./rig/webkit-chat.ts";

test.setTimeout(180_000);

test("WebKit: 500 messages of all kinds load and are scrolled through, and nothing shifts", async ({ server }) => {
  await server.setUp("Ada");
  await fillMixedRoom(server, "Ada", 500);
  await withWebKit(async (chat) => {
    await chat.signIn(server.url, "Ada");
    await chat.openRoom("lobby");
    await chat.run(`(${watchShifts})()`);
    await chat.openRoom("mixed");
    await chat.seesMessage("Last");
    await expect.poll(() => chat.run(`return (${picturesHaveCome})()`)).toBe(true);
    expect((await chat.run<Shifts>(`return (${shiftsSeen})()`)).seen).toEqual([]);

    const script = `return (${scrollAndMeasure})({ steps: 70, stepPx: 640, frames: 3 })`;
    const { moved, seen } = await chat.run<{ moved: string[]; seen: number }>(script);
    expect(moved).toEqual([]);
    expect(seen).toBeGreaterThan(300);
    expect((await chat.run<Shifts>(`return (${shiftsSeen})()`)).seen).toEqual([]);
  });
});
