import type { Invitation, InvitationId, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const columns = [
  "id",
  "room_id as roomId",
  "code",
  "created_by as createdBy",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "max_uses as maxUses",
  "uses",
] as const;

const findByCode = prepared<{ code: string; now: number }>()((db, p) =>
  db
    .selectFrom("invitations")
    .select(columns)
    .where("code", "=", p.code)
    .where("is_revoked", "=", 0)
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", p.now)]))
    .where((eb) => eb.or([eb("max_uses", "is", null), eb("uses", "<", eb.ref("max_uses"))])),
);

const listIn = prepared<{ roomId: RoomId; now: number }>()((db, p) =>
  db
    .selectFrom("invitations")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("is_revoked", "=", 0)
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", p.now)]))
    .where((eb) => eb.or([eb("max_uses", "is", null), eb("uses", "<", eb.ref("max_uses"))]))
    .orderBy("created_at", "desc")
    .limit(200),
);

const insertOne = prepared<{
  id: InvitationId;
  roomId: RoomId;
  code: string;
  createdBy: Invitation["createdBy"];
  createdAt: number;
  expiresAt: number | null;
  maxUses: number | null;
}>()((db, p) =>
  db.insertInto("invitations").values({
    id: p.id,
    room_id: p.roomId,
    code: p.code,
    created_by: p.createdBy,
    created_at: p.createdAt,
    expires_at: p.expiresAt,
    max_uses: p.maxUses,
    uses: 0,
    is_revoked: 0,
  }),
);

/** Counts one use, unless it is used up already: the count in the row decides, so that parallel uses cannot pass it. */
const useOne = prepared<{ id: InvitationId }>()((db, p) =>
  db
    .updateTable("invitations")
    .set((eb) => ({ uses: eb("uses", "+", 1) }))
    .where("id", "=", p.id)
    .where("is_revoked", "=", 0)
    .where((eb) => eb.or([eb("max_uses", "is", null), eb("uses", "<", eb.ref("max_uses"))])),
);

const revokeOne = prepared<{ id: InvitationId; roomId: RoomId }>()((db, p) =>
  db
    .updateTable("invitations")
    .set({ is_revoked: 1 })
    .where("id", "=", p.id)
    .where("room_id", "=", p.roomId)
    .returning("created_by as createdBy"),
);

const revokeIn = prepared<{ roomId: RoomId; userId: UserId }>()((db, p) =>
  db
    .updateTable("invitations")
    .set({ is_revoked: 1 })
    .where("room_id", "=", p.roomId)
    .where("created_by", "=", p.userId),
);

const revokeAll = prepared<{ userId: UserId }>()((db, p) =>
  db.updateTable("invitations").set({ is_revoked: 1 }).where("created_by", "=", p.userId),
);

export class InvitationReads extends Noun {
  /** The living invitation of this code: not revoked, expired or used up. */
  findLiving(code: string, now: number): Promise<Invitation | undefined> {
    return findByCode.first(this.runner, { code, now });
  }

  listIn(roomId: RoomId, now: number): Promise<Invitation[]> {
    return listIn.all(this.runner, { roomId, now });
  }
}

export class InvitationWrites extends InvitationReads {
  async insert(invitation: Invitation): Promise<void> {
    await insertOne.run(this.runner, invitation);
  }

  /** Whether there was a use left. */
  async use(id: InvitationId): Promise<boolean> {
    return (await useOne.run(this.runner, { id })) === 1;
  }

  /** Answers whose it was; undefined if there is no such invitation. */
  async revoke(id: InvitationId, roomId: RoomId): Promise<Invitation["createdBy"] | undefined> {
    return (await revokeOne.first(this.runner, { id, roomId }))?.createdBy;
  }

  /** Every link that this person made: into one room, or (null) into any. */
  async revokeOf(userId: UserId, roomId: RoomId | null): Promise<void> {
    if (roomId === null) await revokeAll.run(this.runner, { userId });
    else await revokeIn.run(this.runner, { roomId, userId });
  }
}
