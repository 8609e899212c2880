import { ParleyError, type UserId } from "@parley/contract";
import type { CommandContext } from "../context.ts";
import { recoveryDigest } from "../lib/recovery-codes.ts";
import type { Totp } from "../lib/totp.ts";
import { type PasskeyUse, passkeyRefused, usePasskey } from "./passkeys.ts";

type Writing = Pick<CommandContext<unknown>, "store" | "now">;

/** What came beside the password: a passkey that was checked already, or a code. */
export interface SecondFactor {
  readonly code: TypedCode | undefined;
  readonly passkey: PasskeyUse | null;
}

export interface TypedCode {
  readonly text: string;
  readonly totp: Totp;
}

/** Throws unless the second factor is there, right, and was never used before. */
export async function assertSecondFactor(
  ctx: Writing,
  { userId, totpSecret }: { userId: UserId; totpSecret: string },
  { code, passkey }: SecondFactor,
): Promise<void> {
  if (passkey !== null) {
    if (passkey.passkey.ownerId !== userId) throw passkeyRefused();
    await usePasskey(ctx, passkey);
    return;
  }
  if (code === undefined) throw secondFactorAsked();
  const typed = code.text.replace(/\s/g, "");
  const isRight = /^\d{6}$/.test(typed)
    ? await useStep(ctx, userId, code.totp.stepOf(totpSecret, typed, ctx.now))
    : await ctx.store.accounts.useRecoveryCode(userId, recoveryDigest(userId, typed));
  if (!isRight) throw codeRefused();
}

async function useStep(ctx: Writing, userId: UserId, step: number | null): Promise<boolean> {
  return step !== null && (await ctx.store.accounts.useTotpStep(userId, step));
}

export function secondFactorAsked(): ParleyError {
  return new ParleyError("second_factor", "Your password is right. Now the code of your authenticator, or a passkey.");
}

export function codeRefused(): ParleyError {
  return new ParleyError("wrong_credentials", "This code is not right, or was used already.", { field: "code" });
}
