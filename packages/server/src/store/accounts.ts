import type { Account, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const findProof = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("users")
    .select([
      "password_hash as passwordHash",
      "totp_secret as totpSecret",
      "totp_pending as totpPending",
      "suspended_until as suspendedUntil",
      "deletes_at as deletesAt",
      "gone_at as goneAt",
    ])
    .where("id", "=", p.userId),
);

const lockUser = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select("id").where("id", "=", p.userId).forUpdate(),
);

const changePassword = prepared<{ userId: UserId; former: string; passwordHash: string }>()((db, p) =>
  db
    .updateTable("users")
    .set({ password_hash: p.passwordHash })
    .where("id", "=", p.userId)
    .where("password_hash", "=", p.former),
);

const setPending = prepared<{ userId: UserId; secret: string }>()((db, p) =>
  db.updateTable("users").set({ totp_pending: p.secret }).where("id", "=", p.userId),
);

const setSecret = prepared<{ userId: UserId; secret: string | null; step: number }>()((db, p) =>
  db
    .updateTable("users")
    .set({ totp_secret: p.secret, totp_pending: null, totp_step: p.step })
    .where("id", "=", p.userId),
);

const useStep = prepared<{ userId: UserId; step: number }>()((db, p) =>
  db.updateTable("users").set({ totp_step: p.step }).where("id", "=", p.userId).where("totp_step", "<", p.step),
);

const insertCode = prepared<{ userId: UserId; digest: string }>()((db, p) =>
  db.insertInto("recovery_codes").values({ user_id: p.userId, digest: p.digest }),
);

const removeCode = prepared<{ userId: UserId; digest: string }>()((db, p) =>
  db.deleteFrom("recovery_codes").where("user_id", "=", p.userId).where("digest", "=", p.digest),
);

const removeCodes = prepared<{ userId: UserId }>()((db, p) =>
  db.deleteFrom("recovery_codes").where("user_id", "=", p.userId),
);

const countCodes = prepared<{ userId: UserId }>()((db, p) =>
  db
    .selectFrom("recovery_codes")
    .select((eb) => eb.fn.countAll<number>().as("left"))
    .where("user_id", "=", p.userId),
);

const setDeletion = prepared<{ userId: UserId; at: number | null; messages: "remove" | "anonymise" | null }>()(
  (db, p) => db.updateTable("users").set({ deletes_at: p.at, deletes_messages: p.messages }).where("id", "=", p.userId),
);

/** What is asked of somebody who wants to prove who they are, and whether they may then come in. */
export interface Proof {
  readonly passwordHash: string;
  readonly totpSecret: string | null;
  /** Shown to an authenticator app, but not yet confirmed. */
  readonly totpPending: string | null;
  readonly suspendedUntil: number | null;
  readonly deletesAt: number | null;
  readonly goneAt: number | null;
}

export class AccountReads extends Noun {
  proof(userId: UserId): Promise<Proof | undefined> {
    return findProof.first(this.runner, { userId });
  }

  async find(userId: UserId): Promise<Account> {
    const proof = await this.proof(userId);
    return { deletesAt: proof?.deletesAt ?? null, hasTotp: proof?.totpSecret != null };
  }

  async recoveryCodesLeft(userId: UserId): Promise<number> {
    return (await countCodes.first(this.runner, { userId }))?.left ?? 0;
  }
}

export class AccountWrites extends AccountReads {
  /** In a command nobody else changes the account between this look and the commit. */
  override async proof(userId: UserId): Promise<Proof | undefined> {
    await lockUser.lock(this.runner, { userId });
    return super.proof(userId);
  }

  /** False if the password is no longer the `former` one. */
  async changePassword(userId: UserId, former: string, passwordHash: string): Promise<boolean> {
    return (await changePassword.run(this.runner, { userId, former, passwordHash })) > 0;
  }

  async setTotpPending(userId: UserId, secret: string): Promise<void> {
    await setPending.run(this.runner, { userId, secret });
  }

  /** From now on sign-in asks for codes by this secret, later than `step`; or for none. */
  async setTotp(userId: UserId, secret: string | null, step: number): Promise<void> {
    await setSecret.run(this.runner, { userId, secret, step });
  }

  /** False if this step's code, or a later one, was used before. */
  async useTotpStep(userId: UserId, step: number): Promise<boolean> {
    return (await useStep.run(this.runner, { userId, step })) > 0;
  }

  async replaceRecoveryCodes(userId: UserId, digests: readonly string[]): Promise<void> {
    await removeCodes.run(this.runner, { userId });
    for (const digest of digests) await insertCode.run(this.runner, { userId, digest });
  }

  /** False if there is no such code, or it was used. */
  async useRecoveryCode(userId: UserId, digest: string): Promise<boolean> {
    return (await removeCode.run(this.runner, { userId, digest })) > 0;
  }

  async setDeletion(userId: UserId, deletion: { at: number; messages: "remove" | "anonymise" } | null): Promise<void> {
    await setDeletion.run(this.runner, { userId, at: deletion?.at ?? null, messages: deletion?.messages ?? null });
  }
}
