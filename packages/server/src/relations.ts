import type { Relation, UserId } from "@parley/contract";
import { presenterFor } from "./access.ts";
import type { Step } from "./context.ts";
import type { KeptRelation } from "./store/relations.ts";

/** What of a kept relation its owner sees. */
export function shown(kept: KeptRelation | undefined): Relation | null {
  const kind = kept?.kind;
  return kept === undefined || kind === undefined || kind === "declined" ? null : { ...kept, kind };
}

/** Tells all devices of `ownerId` how they now stand to somebody, and how that one looks to them from here on. */
export async function tellRelation(ctx: Step, ownerId: UserId, userId: UserId): Promise<Relation | null> {
  const relation = shown(await ctx.store.relations.find(ownerId, userId));
  const user = await ctx.store.users.find(userId);
  if (user === undefined) return relation;
  const present = await presenterFor(ownerId, ctx.store, ctx.now);
  const rev = await ctx.store.users.bumpRev(ownerId);
  ctx.effects.tell(ownerId, "relation:changed", { rev, userId, relation, user: present(user) });
  return relation;
}

/** Tells all devices of `viewerId` how somebody looks to them from here on, if there is more to see than a name. */
export async function tellLook(ctx: Step, viewerId: UserId, userId: UserId): Promise<void> {
  const user = await ctx.store.users.find(userId);
  if (user?.avatar === undefined && user?.status === undefined) return;
  const present = await presenterFor(viewerId, ctx.store, ctx.now);
  ctx.effects.tell(viewerId, "profile:changed", { user: present(user) });
}
