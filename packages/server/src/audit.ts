import type { AuditEntry, AuditId } from "@parley/contract";
import type { CommandContext } from "./context.ts";

type Act = Pick<AuditEntry, "act"> & Partial<Pick<AuditEntry, "roomId" | "userId" | "detail">>;

/** Notes an administrative act of the actor's, in the transaction that does it. Without names: those change. */
export async function noteAct(
  ctx: Pick<CommandContext, "store" | "actor" | "now" | "newId">,
  { act, roomId = null, userId = null, detail = "" }: Act,
): Promise<void> {
  const id = ctx.newId<AuditId>();
  await ctx.store.audit.add({
    id,
    at: ctx.now,
    actorId: ctx.actor.user.id,
    act,
    roomId,
    userId,
    isRefused: false,
    detail: detail.trim(),
  });
}
