import type { MessageId, Report, ReportId, RoomId, UserId } from "@parley/contract";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";
import type { Database } from "./schema.ts";

/** A report as it is stored: without the message that it is about. */
export type StoredReport = Omit<Report, "message">;
type Settlement = NonNullable<Report["settled"]>;

const columns = [
  "reports.id as id",
  "reports.reporter_id as reporterId",
  "reports.user_id as userId",
  "reports.room_id as roomId",
  "reports.message_id as messageId",
  "reports.reason as reason",
  "reports.line as line",
  "reports.created_at as createdAt",
  "reports.settled_by as settledBy",
  "reports.settled_at as settledAt",
  "reports.action as action",
  "reports.note as note",
] as const;

interface ReportRow extends Omit<StoredReport, "settled"> {
  settledBy: UserId | null;
  settledAt: number | null;
  action: Settlement["action"] | null;
  note: string | null;
}

function toReport({ settledBy, settledAt, action, note, ...report }: ReportRow): StoredReport {
  const isOpen = settledBy === null || settledAt === null || action === null;
  return { ...report, settled: isOpen ? null : { by: settledBy, at: settledAt, action, note: note ?? "" } };
}

/**
 * Who may settle a report: administrators, and the moderators of its room; but never the one it is about, who is not to
 * learn who made it.
 */
const maySettle = (userId: UserId) => sql<boolean>`(reports.user_id <> ${userId} and (
  exists (select 1 from users where users.id = ${userId} and users.role in ('owner', 'admin'))
  or exists (select 1 from members where members.room_id = reports.room_id and members.user_id = ${userId}
    and members.has_left = 0 and members.role in ('owner', 'moderator'))))`;

const findForSettler = prepared<{ id: ReportId; actorId: UserId }>()((db, p) =>
  db.selectFrom("reports").select(columns).where("id", "=", p.id).where(maySettle(p.actorId)),
);

const findSame = prepared<{ reporterId: UserId; userId: UserId; roomId: string; messageId: string }>()((db, p) =>
  db
    .selectFrom("reports")
    .select("id")
    .where("settled_at", "is", null)
    .where("reporter_id", "=", p.reporterId)
    .where("user_id", "=", p.userId)
    .where(sql<boolean>`coalesce(room_id, '') = ${p.roomId}`)
    .where(sql<boolean>`coalesce(message_id, '') = ${p.messageId}`),
);

const pages = { open: pageOf("is"), settled: pageOf("is not") } as const;

/** Administrators see all; others what was said of the rooms they moderate, so that others' reports cost them nothing. */
function pageOf(isUnsettled: "is" | "is not") {
  type Page = { actorId: UserId; before: string; limit: number };
  const newestFirst = (db: Kysely<Database>, p: Page, id: RawBuilder<string>) =>
    db
      .selectFrom("reports")
      .select(columns)
      .where("settled_at", isUnsettled, null)
      .where("user_id", "<>", p.actorId)
      .where(id, "<", p.before)
      .orderBy(id, "desc")
      .limit(p.limit);
  return {
    ofAll: prepared<Page>()((db, p) => newestFirst(db, p, sql.ref("id"))),
    // Not the column itself: SQLite would go through everybody's reports, because those have an index in this order.
    ofModerated: prepared<Page>()((db, p) =>
      newestFirst(db, p, sql`id || ''`).where("room_id", "in", (eb) =>
        eb
          .selectFrom("members")
          .select("room_id")
          .where("user_id", "=", p.actorId)
          .where("has_left", "=", 0)
          .where("role", "in", ["owner", "moderator"]),
      ),
    ),
  };
}

const findAdministrator = prepared<{ userId: UserId }>()((db, p) =>
  db.selectFrom("users").select("id").where("id", "=", p.userId).where("role", "in", ["owner", "admin"]),
);

/** Everyone who connects asks this: by the rooms that they moderate, so that others' reports cost them nothing. */
const countOpen = prepared<{ actorId: UserId }>()((db, p) =>
  db.selectNoFrom(
    sql<number>`case
      when exists (select 1 from users where users.id = ${p.actorId} and users.role in ('owner', 'admin'))
      then (select count(*) from reports where reports.settled_at is null and reports.user_id <> ${p.actorId})
      else (select count(*) from members inner join reports on reports.room_id = members.room_id
        where members.user_id = ${p.actorId} and members.has_left = 0 and members.role in ('owner', 'moderator')
        and reports.settled_at is null and reports.user_id <> ${p.actorId}) end`.as("count"),
  ),
);

const firstOpenIn = prepared<{ roomId: RoomId }>()((db, p) =>
  db.selectFrom("reports").select("id").where("room_id", "=", p.roomId).where("settled_at", "is", null).limit(1),
);

const administrators = prepared<object>()((db) =>
  db.selectFrom("users").select("id as userId").where("role", "in", ["owner", "admin"]),
);

const moderatorsIn = prepared<{ roomId: RoomId }>()((db, p) =>
  db
    .selectFrom("members")
    .select("user_id as userId")
    .where("room_id", "=", p.roomId)
    .where("has_left", "=", 0)
    .where("role", "in", ["owner", "moderator"]),
);

const insertOne = prepared<Omit<StoredReport, "settled">>()((db, p) =>
  db.insertInto("reports").values({
    id: p.id,
    reporter_id: p.reporterId,
    user_id: p.userId,
    room_id: p.roomId,
    message_id: p.messageId,
    reason: p.reason,
    line: p.line,
    created_at: p.createdAt,
    settled_by: null,
    settled_at: null,
    action: null,
    note: null,
  }),
);

const settleOne = prepared<{ id: ReportId } & Settlement>()((db, p) =>
  db
    .updateTable("reports")
    .set({ settled_by: p.by, settled_at: p.at, action: p.action, note: p.note })
    .where("id", "=", p.id)
    .where("settled_at", "is", null),
);

export class ReportReads extends Noun {
  /** A report that this person may settle. */
  async findFor(actorId: UserId, id: ReportId): Promise<StoredReport | undefined> {
    const row = await findForSettler.first(this.runner, { id, actorId });
    return row && toReport(row);
  }

  /** An open report by the same person about the same. */
  async findSame(about: {
    reporterId: UserId;
    userId: UserId;
    roomId: RoomId | null;
    messageId: MessageId | null;
  }): Promise<ReportId | undefined> {
    const { roomId, messageId } = about;
    return (await findSame.first(this.runner, { ...about, roomId: roomId ?? "", messageId: messageId ?? "" }))?.id;
  }

  /** Those that this person may settle, or could have; newest first. */
  async pageFor(
    actorId: UserId,
    { isOpen, before, limit }: { isOpen: boolean; before: ReportId | undefined; limit: number },
  ): Promise<StoredReport[]> {
    const isAdministrator = (await findAdministrator.first(this.runner, { userId: actorId })) !== undefined;
    const page = pages[isOpen ? "open" : "settled"][isAdministrator ? "ofAll" : "ofModerated"];
    // Sorts after every id.
    return (await page.all(this.runner, { actorId, before: before ?? "~", limit })).map(toReport);
  }

  /** How many wait for this person. */
  async openFor(actorId: UserId): Promise<number> {
    return (await countOpen.first(this.runner, { actorId }))?.count ?? 0;
  }

  async hasOpenIn(roomId: RoomId): Promise<boolean> {
    return (await firstOpenIn.first(this.runner, { roomId })) !== undefined;
  }

  /** Everyone who may settle a report about somebody in this room (or in none), by id. */
  async settlersOf({ roomId, userId }: Pick<StoredReport, "roomId" | "userId">): Promise<UserId[]> {
    const rows = await administrators.all(this.runner, {});
    const more = roomId === null ? [] : await moderatorsIn.all(this.runner, { roomId });
    const ids = new Set([...rows, ...more].map((row) => row.userId));
    ids.delete(userId);
    return [...ids].sort();
  }
}

export class ReportWrites extends ReportReads {
  async insert(report: Omit<StoredReport, "settled">): Promise<void> {
    await insertOne.run(this.runner, report);
  }

  /** Whether it was open until now. */
  async settle(id: ReportId, settlement: Settlement): Promise<boolean> {
    return (await settleOne.run(this.runner, { id, ...settlement })) === 1;
  }
}
