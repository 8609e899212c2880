import type { Message, RoomId, UserId } from "@parley/contract";
import { sql } from "kysely";
import { prepared, preparedList, type Runner } from "./prepared.ts";

/**
 * The terms of what changes or goes, taken away in the same transaction. Always after the message itself was written:
 * whoever puts terms in place holds on to the message, so that here they are either seen, or will not come.
 */
const ofOne = prepared<{ roomId: RoomId; seq: number }>()((db, p) =>
  db.deleteFrom("search_documents").where("room_id", "=", p.roomId).where("seq", "=", p.seq),
);

const ofSeqs = preparedList<{ roomId: RoomId }, number>()((db, seqs, p) =>
  db.deleteFrom("search_documents").where("room_id", "=", p.roomId).where("seq", "in", seqs).returning("seq"),
);

interface Range {
  readonly roomId: RoomId;
  readonly from: number;
  readonly below: number;
}

const between = prepared<Range>()((db, p) =>
  db
    .deleteFrom("search_documents")
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below),
);

const ofSender = prepared<Range & { userId: UserId }>()((db, p) =>
  db
    .deleteFrom("search_documents")
    .where("room_id", "=", p.roomId)
    .where("seq", ">=", p.from)
    .where("seq", "<", p.below)
    .where("sender_id", "=", p.userId),
);

export async function forgetTerms(runner: Runner, roomId: RoomId, seq: number): Promise<void> {
  await ofOne.run(runner, { roomId, seq });
}

export async function forgetTermsOfSeqs(runner: Runner, roomId: RoomId, seqs: readonly number[]): Promise<void> {
  await ofSeqs.all(runner, seqs, { roomId });
}

export async function forgetTermsBetween(runner: Runner, range: Range): Promise<void> {
  await between.run(runner, range);
}

export async function forgetTermsOfSender(runner: Runner, stretch: Range & { userId: UserId }): Promise<void> {
  await ofSender.run(runner, stretch);
}

/** Documents in one millisecond: see the schema. */
export const perMs = 1_024;

/** What of a message is looked for. */
export interface MessageTerms {
  readonly message: Message;
  readonly terms: string;
  readonly hasLink: boolean;
}

interface Document {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly senderId: UserId;
  readonly expiresAt: number | null;
  readonly hasLink: 1 | null;
  readonly terms: string;
}

type Bounds = { readonly base: number; readonly next: number };

const insert = prepared<Document & Bounds>()((db, p) =>
  db
    .insertInto("search_documents")
    .values(({ selectFrom }) => ({
      id: selectFrom("search_documents")
        .select(sql<number>`coalesce(max(id) + 1, ${p.base})`.as("id"))
        .where("id", ">=", p.base)
        .where("id", "<", p.next),
      room_id: p.roomId,
      seq: p.seq,
      sender_id: p.senderId,
      expires_at: p.expiresAt,
      has_link: p.hasLink,
      terms: p.terms,
    }))
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

/** So many go in one statement: each is a way to the database and back. */
const atOnce: readonly number[] = [64, 8];

/** Those whose numbers are free. */
const insertMany = new Map(
  atOnce.map((size) => {
    const places = Array.from({ length: size }, (_, at) => at);
    const one = prepared<Record<string, unknown>>()((db, p) => {
      const rows = places.map((at) => ({
        id: p[`id${at}`] as number,
        room_id: p.roomId as RoomId,
        seq: p[`seq${at}`] as number,
        sender_id: p[`senderId${at}`] as UserId,
        expires_at: p[`expiresAt${at}`] as number | null,
        has_link: p[`hasLink${at}`] as 1 | null,
        terms: p[`terms${at}`] as string,
      }));
      return db
        .insertInto("search_documents")
        .values(rows)
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("seq");
    });
    return [size, one] as const;
  }),
);

/** Puts the terms of a room's messages in place, instead of those that they had. */
export async function putTerms(runner: Runner, roomId: RoomId, all: readonly MessageTerms[]): Promise<void> {
  if (all.length === 0) return;
  await ofSeqs.all(
    runner,
    all.map(({ message }) => message.seq),
    { roomId },
  );
  let left = all;
  for (const size of atOnce) {
    for (; left.length >= size; left = left.slice(size)) {
      const portion = left.slice(0, size);
      const there = await putAtOnce(runner, roomId, portion);
      for (const one of portion) if (!there.has(one.message.seq)) await putOne(runner, roomId, one);
    }
  }
  for (const one of left) await putOne(runner, roomId, one);
}

/** Answers the seqs of those that were put: where another message was sent in the same millisecond, it has the number. */
async function putAtOnce(
  runner: Runner,
  roomId: RoomId,
  portion: readonly MessageTerms[],
): Promise<ReadonlySet<number>> {
  const values: Record<string, unknown> = { roomId };
  const taken = new Set<number>();
  for (const [at, one] of portion.entries()) {
    let id = one.message.sentAt * perMs;
    while (taken.has(id)) id += 1;
    taken.add(id);
    for (const [name, value] of Object.entries({ ...documentOf(roomId, one), id })) values[`${name}${at}`] = value;
  }
  const rows = (await insertMany.get(portion.length)?.all(runner, values)) ?? [];
  return new Set(rows.map(({ seq }) => seq));
}

async function putOne(runner: Runner, roomId: RoomId, one: MessageTerms): Promise<void> {
  const document = documentOf(roomId, one);
  // More in one millisecond than there are numbers for it go to the next.
  for (let base = one.message.sentAt * perMs; ; base += perMs) {
    const added = await insert.run(runner, { ...document, base, next: base + perMs });
    if (added > 0) return;
  }
}

function documentOf(roomId: RoomId, { message, terms, hasLink }: MessageTerms): Document {
  const { seq, senderId, expiresAt = null } = message;
  return { roomId, seq, senderId, expiresAt, terms, hasLink: hasLink ? 1 : null };
}
