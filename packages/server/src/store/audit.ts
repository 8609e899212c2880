import type { AuditEntry, RoomId } from "@parley/contract";
import { Noun } from "./noun.ts";
import { prepared } from "./prepared.ts";

type Line = Omit<AuditEntry, "isRefused">;

/** Begins the detail of what was refused: the log is as old as its lines, and none of them can be changed. */
const refusedMark = "Refused: ";

const columns = ["id", "at", "actor_id as actorId", "act", "room_id as roomId", "user_id as userId", "detail"] as const;

const listAll = prepared<{ before: string; limit: number }>()((db, p) =>
  db
    .selectFrom("audit_log")
    .select(columns)
    .where("id", "<", p.before as never)
    .orderBy("id", "desc")
    .limit(p.limit),
);

const listIn = prepared<{ roomId: RoomId; before: string; limit: number }>()((db, p) =>
  db
    .selectFrom("audit_log")
    .select(columns)
    .where("room_id", "=", p.roomId)
    .where("id", "<", p.before as never)
    .orderBy("id", "desc")
    .limit(p.limit),
);

const insertOne = prepared<Line>()((db, p) =>
  db.insertInto("audit_log").values({
    id: p.id,
    at: p.at,
    actor_id: p.actorId,
    act: p.act,
    room_id: p.roomId,
    user_id: p.userId,
    detail: p.detail,
  }),
);

/** Sorts after every id. */
const end = "~";

export interface AuditPage {
  /** Null for the whole log. */
  readonly roomId: RoomId | null;
  /** The page begins below this line; undefined for the newest. */
  readonly before: AuditEntry["id"] | undefined;
  readonly limit: number;
}

export class AuditReads extends Noun {
  /** Newest first. */
  async list({ roomId, before = end as never, limit }: AuditPage): Promise<AuditEntry[]> {
    const lines: Line[] =
      roomId === null
        ? await listAll.all(this.runner, { before, limit })
        : await listIn.all(this.runner, { roomId, before, limit });
    return lines.map(entryOf);
  }
}

/** Lines are added; a trigger of the database refuses everything else. */
export class AuditWrites extends AuditReads {
  async add({ isRefused, detail, ...entry }: AuditEntry): Promise<void> {
    await insertOne.run(this.runner, { ...entry, detail: isRefused ? refusedMark + detail : detail });
  }
}

function entryOf(line: Line): AuditEntry {
  const isRefused = line.detail.startsWith(refusedMark);
  return { ...line, isRefused, detail: isRefused ? line.detail.slice(refusedMark.length) : line.detail };
}
