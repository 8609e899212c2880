import type { Account, UserId } from "@parley/contract";
import type { CommandContext } from "../context.ts";

/** Tells all devices of a person what their account is like now; answers it. */
export async function tellOfAccount(
  ctx: Pick<CommandContext<unknown>, "store" | "effects">,
  userId: UserId,
): Promise<Account> {
  const account = await ctx.store.accounts.find(userId);
  ctx.effects.tell(userId, "account:changed", { rev: await ctx.store.users.bumpRev(userId), account });
  return account;
}
