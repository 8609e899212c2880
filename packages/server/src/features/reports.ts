import { limits, ParleyError, type Report, type ReportId } from "@parley/contract";
import type { CommandContext, Handlers, QueryContext } from "../context.ts";
import { line } from "../domain/profiles.ts";
import { tellOpenReports } from "../open-reports.ts";
import { settle, settling } from "../settlements.ts";
import type { StoredReport } from "../store/reports.ts";

type ReportRequest = "report:create" | "report:list" | "report:settle" | "warning:acknowledge";
type About = Pick<StoredReport, "userId" | "roomId" | "messageId">;

const pageReports = 50;

export const reportHandlers: Pick<Handlers, ReportRequest> = {
  async "report:create"(ctx, { userId, roomId = null, messageId = null, reason, line: words }) {
    const about = await seen(ctx, { userId, roomId, messageId });
    const reporterId = ctx.actor.user.id;
    const already = await ctx.store.reports.findSame({ reporterId, ...about });
    if (already !== undefined) return { id: already };
    const id = ctx.newId<ReportId>();
    const kept = line(words, limits.lineCharacters, "line");
    await ctx.store.reports.insert({ id, reporterId, ...about, reason, line: kept, createdAt: ctx.now });
    await tellOpenReports(ctx, await ctx.store.reports.settlersOf(about));
    return { id };
  },

  async "report:list"(ctx, { isOpen, before }) {
    const found = await ctx.store.reports.pageFor(ctx.actor.user.id, { isOpen, before, limit: pageReports + 1 });
    const reports: Report[] = [];
    for (const report of found.slice(0, pageReports)) reports.push(await withMessage(ctx, report));
    const named = reports.flatMap(({ reporterId, userId, settled }) => [
      reporterId,
      userId,
      ...(settled === null ? [] : [settled.by]),
    ]);
    return { reports, people: await ctx.access.people(named), hasMore: found.length > pageReports };
  },

  async "report:settle"(ctx, { reportId, action, note }) {
    const settled = await settle(ctx, await settling(ctx, reportId), {
      action,
      note: line(note, limits.lineCharacters, "note"),
    });
    return withMessage(ctx, settled);
  },

  async "warning:acknowledge"(ctx, { warningId }) {
    const { id } = ctx.actor.user;
    const isNew = await ctx.store.warnings.acknowledge(warningId, id, ctx.now);
    if (!isNew) throw new ParleyError("not_found", "There is no such warning.");
    const rev = await ctx.store.users.bumpRev(id);
    ctx.effects.tell(id, "warning:changed", { rev, warnings: await ctx.store.warnings.openOf(id) });
    return {};
  },
};

/**
 * One reports what one sees: a message in a room of one's own, somebody's conduct in it, or a person. What was said in a
 * thread is for those to settle who keep order in its room.
 */
async function seen(ctx: CommandContext, { userId, roomId, messageId }: About): Promise<About> {
  if (userId === ctx.actor.user.id)
    throw new ParleyError("invalid", "You cannot report yourself.", { field: "userId" });
  if (roomId === null && messageId !== null)
    throw new ParleyError("invalid", "Say which room the message is in.", { field: "roomId" });
  if (roomId === null) {
    await ctx.access.user(userId);
    return { userId, roomId, messageId };
  }
  const { clearedSeq, thread } = await ctx.access.room(roomId, "view");
  const about = { userId, roomId: thread?.roomId ?? roomId, messageId };
  if (messageId === null) {
    if (!(await ctx.store.members.wasEverIn(about.roomId, userId)))
      throw new ParleyError("not_found", "They are not in this room.");
    return about;
  }
  const found = await ctx.store.messages.find(messageId);
  const isSeen = found?.roomId === roomId && found.message.seq > clearedSeq && found.message.deletedAt === undefined;
  if (!isSeen || found.message.senderId !== userId) throw new ParleyError("not_found", "There is no such message.");
  return about;
}

/** The report with the message as it is now. A deleted one is nobody's to read, the moderators' neither. */
async function withMessage(ctx: Pick<QueryContext, "store">, report: StoredReport): Promise<Report> {
  const found = report.messageId === null ? undefined : await ctx.store.messages.find(report.messageId);
  const message = found === undefined || found.message.deletedAt !== undefined ? null : found.message;
  // A thread has a number of its own for it, which means nothing in the room.
  const isInThread = found !== undefined && message !== null && found.roomId !== report.roomId;
  const place = isInThread ? await ctx.store.threads.placeOf(found.roomId) : undefined;
  return { ...report, message, ...(place && { threadSeq: place.seq }) };
}
