import type { CustomEmoji, FileId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** One of them, and whose it is. */
export interface KeptEmoji {
  readonly emoji: CustomEmoji;
  readonly addedBy: UserId;
  readonly addedAt: number;
}

interface Row {
  readonly name: string;
  readonly id: FileId;
  readonly isAnimated: number;
  readonly addedBy: UserId;
  readonly addedAt: number;
}

const columns = [
  "name",
  "file_id as id",
  "is_animated as isAnimated",
  "added_by as addedBy",
  "added_at as addedAt",
] as const;

const listAll = prepared<object>()((db) => db.selectFrom("custom_emoji").select(columns).orderBy("name"));

const findNamed = prepared<{ name: string }>()((db, p) =>
  db.selectFrom("custom_emoji").select(columns).where("name", "=", p.name),
);

const findShown = prepared<{ id: FileId }>()((db, p) =>
  db.selectFrom("custom_emoji").select(columns).where("file_id", "=", p.id),
);

const insertOne = prepared<Row>()((db, p) =>
  db
    .insertInto("custom_emoji")
    .values({ name: p.name, file_id: p.id, is_animated: p.isAnimated, added_by: p.addedBy, added_at: p.addedAt })
    .onConflict((conflict) => conflict.column("name").doNothing()),
);

const removeOne = prepared<{ name: string }>()((db, p) => db.deleteFrom("custom_emoji").where("name", "=", p.name));

/** Emoji of the server's own. */
export class EmojiReads extends Noun {
  /** By name. */
  async list(): Promise<KeptEmoji[]> {
    return (await listAll.all(this.runner, {})).map(toEmoji);
  }

  async find(name: string): Promise<KeptEmoji | undefined> {
    const row = await findNamed.first(this.runner, { name });
    return row && toEmoji(row);
  }

  /** The one with this picture. */
  async shownBy(id: FileId): Promise<CustomEmoji | undefined> {
    const row = await findShown.first(this.runner, { id });
    return row && toEmoji(row).emoji;
  }
}

export class EmojiWrites extends EmojiReads {
  /** Whether the name was free. */
  async insert({ emoji, addedBy, addedAt }: KeptEmoji): Promise<boolean> {
    const { name, id, isAnimated } = emoji;
    return (await insertOne.run(this.runner, { name, id, isAnimated: isAnimated ? 1 : 0, addedBy, addedAt })) === 1;
  }

  /** Whether there was one. */
  async remove(name: string): Promise<boolean> {
    return (await removeOne.run(this.runner, { name })) === 1;
  }
}

function toEmoji({ name, id, isAnimated, addedBy, addedAt }: Row): KeptEmoji {
  return { emoji: { name, id, ...(isAnimated === 1 && { isAnimated: true }) }, addedBy, addedAt };
}
