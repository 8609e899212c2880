import { ParleyError, type SessionId } from "@parley/contract";
import { beginSession } from "../accounts.ts";
import type { Handlers } from "../context.ts";
import { digestOf, randomSecret } from "../lib/secrets.ts";

/** Long enough to point a camera at it. */
const offerMs = 2 * 60_000;

/** One more device of mine, by a code that a signed-in one shows. Only the code's digest is stored. */
export const offerHandlers: Pick<Handlers, "session:offer" | "session:claim"> = {
  async "session:offer"(ctx) {
    const { user, sessionId } = ctx.actor;
    const code = randomSecret(24);
    const expiresAt = ctx.now + offerMs;
    await ctx.store.challenges.insert(
      { id: digestOf(code), kind: "offer", userId: user.id, value: sessionId, expiresAt },
      ctx.now,
    );
    return { code, expiresAt };
  },

  async "session:claim"(ctx, { code, device }) {
    const offer = await ctx.store.challenges.take(digestOf(code), "offer", ctx.now);
    if (offer?.userId == null) throw offerInvalid();
    await ctx.store.accounts.proof(offer.userId);
    // What a device offered before it was signed out is worth nothing afterwards.
    const isOffered = await ctx.store.sessions.isLiving(offer.value as SessionId);
    const user = await ctx.store.users.find(offer.userId);
    if (!isOffered || user === undefined) throw offerInvalid();
    return beginSession(ctx, user, device);
  },
};

function offerInvalid(): ParleyError {
  return new ParleyError("link_invalid", "This code has expired or was used. Show a new one on your other device.");
}
