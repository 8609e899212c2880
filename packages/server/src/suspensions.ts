import type { UserId } from "@parley/contract";
import type { Step } from "./context.ts";
import { storedSuspension } from "./domain/suspension.ts";

/** Suspends an account until then (null: for good) and ends its sessions. Who may, was decided. */
export async function suspend(ctx: Step, userId: UserId, until: number | null): Promise<void> {
  // Whoever is signing in to it right now is done before, or refused.
  await ctx.store.accounts.proof(userId);
  await ctx.store.suspensions.set(userId, storedSuspension(until));
  // Nobody comes back under another name by a link that they made themselves.
  await ctx.store.invitations.revokeOf(userId, null);
  ctx.effects.endSessions(await ctx.store.sessions.removeAll(userId));
}
