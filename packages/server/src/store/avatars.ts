import type { UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

const findOne = prepared<{ userId: UserId; version: string }>()((db, p) =>
  db.selectFrom("avatars").select("image").where("user_id", "=", p.userId).where("version", "=", p.version),
);

const upsert = prepared<{ userId: UserId; version: string; image: string }>()((db, p) =>
  db
    .insertInto("avatars")
    .values({ user_id: p.userId, version: p.version, image: p.image })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ version: p.version, image: p.image })),
);

const removeOne = prepared<{ userId: UserId }>()((db, p) => db.deleteFrom("avatars").where("user_id", "=", p.userId));

const setVersion = prepared<{ userId: UserId; version: string | null }>()((db, p) =>
  db.updateTable("users").set({ avatar: p.version }).where("id", "=", p.userId),
);

/** Pictures of people: one each, JPEG in base64. The person's row names its version. */
export class AvatarReads extends Noun {
  /** The picture in this very version. */
  async find(userId: UserId, version: string): Promise<string | undefined> {
    return (await findOne.first(this.runner, { userId, version }))?.image;
  }
}

export class AvatarWrites extends AvatarReads {
  async set(userId: UserId, picture: { version: string; image: string }): Promise<void> {
    await upsert.run(this.runner, { userId, ...picture });
    await setVersion.run(this.runner, { userId, version: picture.version });
  }

  async remove(userId: UserId): Promise<void> {
    await removeOne.run(this.runner, { userId });
    await setVersion.run(this.runner, { userId, version: null });
  }
}
