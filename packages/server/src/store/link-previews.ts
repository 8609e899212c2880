import type { LinkPreview, RoomId, UserId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { LinkPreviewState } from "./schema/messages.ts";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** Of which link a message has a preview, or had one. */
interface KeptPreview {
  /** Digest of the address. */
  readonly urlKey: string;
  readonly state: LinkPreviewState;
}

export interface FoundPreview {
  readonly preview: LinkPreview;
  readonly foundAt: number;
}

/** A link that is to be looked up. */
export interface DuePreview extends Place {
  readonly urlKey: string;
  readonly url: string;
  /** How often it was begun: a page that nobody survives is not tried for ever. */
  readonly tries: number;
}

const find = prepared<Place>()((db, p) =>
  db
    .selectFrom("link_previews")
    .select(["url_key as urlKey", "state"])
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq),
);

const dueOf = prepared<{ senderId: UserId; limit: number }>()((db, p) =>
  db
    .selectFrom("link_previews")
    .select("seq")
    .where("due_at", "is not", null)
    .where("sender_id", "=", p.senderId)
    .limit(p.limit),
);

const due = prepared<{ now: number; limit: number }>()((db, p) =>
  db
    .selectFrom("link_previews")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "link_previews.room_id").onRef("messages.seq", "=", "link_previews.seq"),
    )
    .select([
      "link_previews.room_id as roomId",
      "link_previews.seq as seq",
      "url_key as urlKey",
      "tries",
      "messages.preview as preview",
    ])
    .where("due_at", "<=", p.now)
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .limit(p.limit),
);

const nextAt = prepared<object>()((db) =>
  db
    .selectFrom("link_previews")
    .select((eb) => eb.fn.min("due_at").as("at"))
    .where("due_at", "is not", null),
);

/** What is not over yet, of those messages that still show what was found. */
const found = prepared<{ urlKey: string; since: number; now: number }>()((db, p) =>
  db
    .selectFrom("link_previews")
    .innerJoin("messages", (join) =>
      join.onRef("messages.room_id", "=", "link_previews.room_id").onRef("messages.seq", "=", "link_previews.seq"),
    )
    .select(["messages.preview as preview", "found_at as foundAt"])
    .where("url_key", "=", p.urlKey)
    .where("found_at", "is not", null)
    .where("found_at", ">", p.since)
    .where("messages.preview", "is not", null)
    .where((eb) => eb.or([eb("messages.expires_at", "is", null), eb("messages.expires_at", ">", p.now)]))
    .orderBy("found_at", "desc")
    .limit(1),
);

const put = prepared<
  Place & { urlKey: string; senderId: UserId; state: LinkPreviewState; dueAt: number | null; foundAt: number | null }
>()((db, p) =>
  db
    .insertInto("link_previews")
    .values({
      room_id: p.roomId,
      seq: p.seq,
      url_key: p.urlKey,
      sender_id: p.senderId,
      state: p.state,
      due_at: p.dueAt,
      tries: 0,
      found_at: p.foundAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["room_id", "seq"]).doUpdateSet({
        url_key: p.urlKey,
        state: p.state,
        due_at: p.dueAt,
        tries: 0,
        found_at: p.foundAt,
      }),
    ),
);

const begin = prepared<Place & { now: number; dueAt: number; more: number }>()((db, p) =>
  db
    .updateTable("link_previews")
    .set((eb) => ({ due_at: p.dueAt, tries: eb("tries", "+", p.more) }))
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("due_at", "<=", p.now),
);

const settle = prepared<Place & { urlKey: string; state: LinkPreviewState; foundAt: number | null }>()((db, p) =>
  db
    .updateTable("link_previews")
    .set({ state: p.state, due_at: null, found_at: p.foundAt })
    .where("room_id", "=", p.roomId)
    .where("seq", "=", p.seq)
    .where("url_key", "=", p.urlKey)
    .where("due_at", "is not", null),
);

const remove = prepared<Place>()((db, p) =>
  db.deleteFrom("link_previews").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

export class LinkPreviewReads extends Noun {
  find(place: Place): Promise<KeptPreview | undefined> {
    return find.first(this.runner, place);
  }

  /** How many links of this person's are still to be looked up; counting ends at `most`. */
  async countDue(senderId: UserId, most: number): Promise<number> {
    return (await dueOf.all(this.runner, { senderId, limit: most })).length;
  }

  /** What is to be looked up by now, the longest waiting first. */
  async due(now: number, limit: number): Promise<DuePreview[]> {
    const rows = await due.all(this.runner, { now, limit });
    return rows.map(({ preview, ...row }) => ({ ...row, url: parsedPreview(preview)?.url ?? "" }));
  }

  async nextAt(): Promise<number | null> {
    return (await nextAt.first(this.runner, {}))?.at ?? null;
  }

  /** What a message elsewhere shows of the same address, found after `since`: nobody has to be asked again. */
  async found(urlKey: string, since: number): Promise<FoundPreview | undefined> {
    const row = await found.first(this.runner, { urlKey, since, now: this.runner.now() });
    const preview = parsedPreview(row?.preview ?? null);
    return preview === null ? undefined : { preview, foundAt: row?.foundAt ?? 0 };
  }
}

export class LinkPreviewWrites extends LinkPreviewReads {
  /** To be looked up at `dueAt`; replaces what there was of the message. */
  async await(place: Place, link: { urlKey: string; senderId: UserId; dueAt: number }): Promise<void> {
    await put.run(this.runner, { ...place, ...link, state: "due", foundAt: null });
  }

  /** Known from elsewhere: it is not found anew by that, so that it is looked up again one day. */
  async copy(place: Place, link: { urlKey: string; senderId: UserId }): Promise<void> {
    await put.run(this.runner, { ...place, ...link, state: "found", dueAt: null, foundAt: null });
  }

  /** Never again for this message. */
  async keepOff(place: Place, senderId: UserId): Promise<void> {
    await put.run(this.runner, { ...place, urlKey: "", senderId, state: "off", dueAt: null, foundAt: null });
  }

  /** Whether it is still to be looked up, by nobody else: if this one does not come back, it is due again at `dueAt`. */
  async begin(place: Place, dueAt: number): Promise<boolean> {
    return (await begin.run(this.runner, { ...place, now: this.runner.now(), dueAt, more: 1 })) === 1;
  }

  /** It is not its turn. */
  async postpone(place: Place, dueAt: number): Promise<void> {
    await begin.run(this.runner, { ...place, now: this.runner.now(), dueAt, more: 0 });
  }

  /** Whether it was still wanted. `foundAt` null: it says nothing of other messages. */
  async settle(place: Place, urlKey: string, foundAt: number | null): Promise<boolean> {
    return (await settle.run(this.runner, { ...place, urlKey, state: "found", foundAt })) === 1;
  }

  async remove(place: Place): Promise<void> {
    await remove.run(this.runner, place);
  }
}

function parsedPreview(text: string | null): LinkPreview | null {
  return text === null ? null : (JSON.parse(text) as LinkPreview);
}
