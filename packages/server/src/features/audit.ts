import type { UserId } from "@parley/contract";
import type { Handlers, QueryContext } from "../context.ts";
import { isAdministrator } from "../domain/administration.ts";

const pageLines = 50;

export const auditHandlers: Pick<Handlers, "audit:list"> = {
  async "audit:list"(ctx, { roomId, before }) {
    if (roomId === undefined) await ctx.access.administrator();
    else if (!(await administers(ctx))) await ctx.access.room(roomId, "discipline");
    const found = await ctx.store.audit.list({ roomId: roomId ?? null, before, limit: pageLines + 1 });
    const entries = found.slice(0, pageLines);
    const named = entries.flatMap(({ actorId, userId }) => [actorId, userId]).filter((id): id is UserId => id !== null);
    return { entries, people: await ctx.access.people(named), hasMore: found.length > pageLines };
  },
};

async function administers(ctx: QueryContext): Promise<boolean> {
  const user = await ctx.store.users.find(ctx.actor.user.id);
  return user !== undefined && isAdministrator(user.role);
}
