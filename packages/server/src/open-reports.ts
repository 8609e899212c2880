import type { RoomId, UserId } from "@parley/contract";
import type { CommandContext } from "./context.ts";

type Telling = Pick<CommandContext, "store" | "effects">;

/** Tells people how many reports wait for them now. */
export async function tellOpenReports(ctx: Telling, userIds: readonly UserId[]): Promise<void> {
  for (const userId of userIds) {
    const openReports = await ctx.store.reports.openFor(userId);
    const rev = await ctx.store.users.bumpRev(userId);
    ctx.effects.tell(userId, "report:changed", { rev, openReports });
  }
}

/** The same to one whose part in a room has changed, if anything waits there. */
export async function tellIfReportsWait(ctx: Telling, roomId: RoomId, userId: UserId): Promise<void> {
  if (await ctx.store.reports.hasOpenIn(roomId)) await tellOpenReports(ctx, [userId]);
}
