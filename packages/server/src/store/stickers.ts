import type { FileId, StickerOfSet, StickerPlace, StickerSetId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

/** A set's name in the forms that are kept. */
export interface SetName {
  readonly name: string;
  readonly folded: string;
  readonly skeleton: string;
}

/** A set of the server's own, and whose it is. */
export interface KeptSet {
  readonly id: StickerSetId;
  readonly name: string;
  readonly addedBy: UserId;
  readonly addedAt: number;
}

interface Row {
  readonly setId: StickerSetId;
  readonly stickerId: FileId;
  readonly emoji: string;
  readonly words: string;
  readonly width: number;
  readonly height: number;
  readonly isAnimated: number;
}

type Said = Pick<Row, "stickerId" | "emoji" | "words">;

const columns = [
  "set_id as setId",
  "file_id as stickerId",
  "emoji",
  "words",
  "width",
  "height",
  "is_animated as isAnimated",
] as const;

const listSets = prepared<object>()((db) =>
  db
    .selectFrom("sticker_sets")
    .select(["id", "name", "added_by as addedBy", "added_at as addedAt"])
    .orderBy("name_folded"),
);

const findSet = prepared<{ id: string }>()((db, p) =>
  db
    .selectFrom("sticker_sets")
    .select(["id", "name", "added_by as addedBy", "added_at as addedAt"])
    .where("id", "=", p.id as StickerSetId),
);

const findLike = prepared<SetName>()((db, p) =>
  db
    .selectFrom("sticker_sets")
    .select("id")
    .where((eb) => eb.or([eb("name_folded", "=", p.folded), eb("name_skeleton", "=", p.skeleton)])),
);

const listStickers = prepared<object>()((db) =>
  db.selectFrom("stickers").select(columns).orderBy("set_id").orderBy("added_at").orderBy("file_id"),
);

const findSticker = prepared<StickerPlace>()((db, p) =>
  db
    .selectFrom("stickers")
    .select(columns)
    .where("file_id", "=", p.stickerId as FileId)
    .where("set_id", "=", p.setId as StickerSetId),
);

const countIn = prepared<{ setId: StickerSetId }>()((db, p) =>
  db
    .selectFrom("stickers")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("set_id", "=", p.setId),
);

const nextRev = prepared<object>()((db) =>
  db
    .insertInto("server_settings")
    .values({ name: "stickersRev", value: "1" })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({
        value: sql<string>`cast(cast(server_settings.value as bigint) + 1 as text)`,
      }),
    )
    .returning("value"),
);

const insertSet = prepared<KeptSet & SetName>()((db, p) =>
  db
    .insertInto("sticker_sets")
    .values({
      id: p.id,
      name: p.name,
      name_folded: p.folded,
      name_skeleton: p.skeleton,
      added_by: p.addedBy,
      added_at: p.addedAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

const renameSet = prepared<SetName & { id: StickerSetId }>()((db, p) =>
  db
    .updateTable("sticker_sets")
    .set({ name: p.name, name_folded: p.folded, name_skeleton: p.skeleton })
    .where("id", "=", p.id),
);

const removeSet = prepared<{ id: StickerSetId }>()((db, p) => db.deleteFrom("sticker_sets").where("id", "=", p.id));

const removeAllOf = prepared<{ setId: StickerSetId }>()((db, p) =>
  db.deleteFrom("stickers").where("set_id", "=", p.setId).returning("file_id as id"),
);

const insertSticker = prepared<Row & { addedAt: number }>()((db, p) =>
  db
    .insertInto("stickers")
    .values({
      file_id: p.stickerId,
      set_id: p.setId,
      emoji: p.emoji,
      words: p.words,
      width: p.width,
      height: p.height,
      is_animated: p.isAnimated,
      added_at: p.addedAt,
    })
    .onConflict((conflict) => conflict.column("file_id").doNothing()),
);

const sayOf = prepared<Said>()((db, p) =>
  db.updateTable("stickers").set({ emoji: p.emoji, words: p.words }).where("file_id", "=", p.stickerId),
);

const removeSticker = prepared<{ stickerId: FileId }>()((db, p) =>
  db.deleteFrom("stickers").where("file_id", "=", p.stickerId),
);

/** Stickers of the server's own, and their sets. */
export class StickerReads extends Noun {
  /** By name, each with its stickers, the oldest first. */
  async sets(): Promise<(KeptSet & { stickers: StickerOfSet[] })[]> {
    const stickers = Map.groupBy((await listStickers.all(this.runner, {})).map(toSticker), ({ setId }) => setId);
    const sets = await listSets.all(this.runner, {});
    return sets.map((set) => ({ ...set, stickers: stickers.get(set.id) ?? [] }));
  }

  findSet(id: StickerSetId): Promise<KeptSet | undefined> {
    return findSet.first(this.runner, { id });
  }

  /** The set whose name is this, or looks like it. */
  async findLike(name: SetName): Promise<StickerSetId | undefined> {
    return (await findLike.first(this.runner, name))?.id;
  }

  async find({ setId, stickerId }: StickerPlace): Promise<StickerOfSet | undefined> {
    const row = await findSticker.first(this.runner, { setId, stickerId });
    return row && toSticker(row);
  }

  async countIn(setId: StickerSetId): Promise<number> {
    return Number((await countIn.first(this.runner, { setId }))?.count ?? 0);
  }
}

export class StickerWrites extends StickerReads {
  /** The number of a change. Whoever has it holds the sets alone until the end of the command. */
  async nextRev(): Promise<number> {
    return Number((await nextRev.first(this.runner, {}))?.value);
  }

  /** Whether it is new. That its name is free was made sure of. */
  async insertSet(set: KeptSet & SetName): Promise<boolean> {
    return (await insertSet.run(this.runner, set)) === 1;
  }

  async renameSet(id: StickerSetId, name: SetName): Promise<void> {
    await renameSet.run(this.runner, { id, ...name });
  }

  /** With its stickers; answers which they were. */
  async removeSet(id: StickerSetId): Promise<FileId[]> {
    await removeSet.run(this.runner, { id });
    return (await removeAllOf.all(this.runner, { setId: id })).map((row) => row.id);
  }

  /** Whether its picture is in no set yet. */
  async insert(sticker: Omit<Row, "isAnimated"> & { isAnimated: boolean; addedAt: number }): Promise<boolean> {
    return (await insertSticker.run(this.runner, { ...sticker, isAnimated: sticker.isAnimated ? 1 : 0 })) === 1;
  }

  async say(said: Said): Promise<void> {
    await sayOf.run(this.runner, said);
  }

  async remove(stickerId: FileId): Promise<void> {
    await removeSticker.run(this.runner, { stickerId });
  }
}

function toSticker({ setId, stickerId, emoji, words, width, height, isAnimated }: Row): StickerOfSet {
  return {
    ...{ setId, stickerId, emoji, width, height },
    ...(isAnimated === 1 && { isAnimated: true }),
    ...(words !== "" && { words }),
  };
}
