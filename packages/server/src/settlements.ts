import {
  type Member,
  ParleyError,
  type Report,
  type ReportId,
  type RoomId,
  type User,
  type UserId,
  type WarningId,
} from "@parley/contract";
import { noteAct } from "./audit.ts";
import { banFrom } from "./bans.ts";
import type { CommandContext } from "./context.ts";
import { isAdministrator, mayAdminister } from "./domain/administration.ts";
import { mayRemove } from "./domain/permissions.ts";
import { tellOpenReports } from "./open-reports.ts";
import type { StoredReport } from "./store/reports.ts";
import type { Standing } from "./store/standing.ts";
import { suspend } from "./suspensions.ts";
import { deleteMessage } from "./tombstones.ts";

type Settled = NonNullable<Report["settled"]>;
type Action = Settled["action"];
/** Suspending is chosen as a ban: which of the two it is depends on the room. */
interface Choice {
  readonly action: Exclude<Action, "suspend">;
  readonly note: string;
}

/** A report, and how the one who settles it stands to what it is about. */
interface Settling {
  readonly report: StoredReport;
  readonly actor: User;
  /** Null for a report about no room, or about one that is gone. */
  readonly standing: Standing | null;
}

/** A report that the actor may settle. Its room is locked from here on: what is decided of its people stays true. */
export async function settling(ctx: CommandContext, reportId: ReportId): Promise<Settling> {
  const { id } = ctx.actor.user;
  const report = await ctx.store.reports.findFor(id, reportId);
  const actor = await ctx.store.users.find(id);
  if (report === undefined || actor === undefined) throw new ParleyError("not_found", "There is no such report.");
  const standing = report.roomId === null ? undefined : await ctx.store.members.standing(report.roomId, id);
  return { report, actor, standing: standing ?? null };
}

/** Does what was chosen, and closes the report for everyone who could have settled it. */
export async function settle(ctx: CommandContext, one: Settling, choice: Choice): Promise<StoredReport> {
  const { report, actor } = one;
  const action = choice.action === "ban" && roomToBanFrom(one) === null ? "suspend" : choice.action;
  const settled: Settled = { by: actor.id, at: ctx.now, action, note: choice.note };
  const wasOpen = await ctx.store.reports.settle(report.id, settled);
  if (!wasOpen) throw new ParleyError("conflict", "This report was settled already.");
  if (action === "delete") await deleteReported(ctx, report);
  else if (action === "warn") await warn(ctx, one, choice.note);
  else if (action === "ban" || action === "suspend") await ban(ctx, one, choice.note);
  await tellOpenReports(ctx, await ctx.store.reports.settlersOf(report));
  const { roomId, userId } = report;
  await noteAct(ctx, { act: "report:settle", roomId, userId, detail: `${words[action]} ${choice.note}` });
  return { ...report, settled };
}

const words: Record<Action, string> = {
  dismiss: "Dismissed.",
  delete: "Deleted the message.",
  warn: "Warned them.",
  ban: "Banned them.",
  suspend: "Suspended them.",
};

async function deleteReported(ctx: CommandContext, { roomId, messageId }: StoredReport): Promise<void> {
  if (roomId === null || messageId === null) throw new ParleyError("invalid", "This report is about no message.");
  const found = await ctx.store.messages.find(messageId);
  // It may be gone already, and everything with it.
  if (found !== undefined) await deleteMessage(ctx, found.roomId, found.message);
}

async function warn(ctx: CommandContext, one: Settling, note: string): Promise<void> {
  const { userId } = one.report;
  await assertBelow(ctx, one, await memberOf(ctx, one.report));
  await assertNoneAbove(ctx, one);
  const text = note === "" ? "Somebody reported what you wrote or did. Please keep to the rules of this place." : note;
  await ctx.store.warnings.insert(userId, { id: ctx.newId<WarningId>(), text, givenAt: ctx.now });
  const rev = await ctx.store.users.bumpRev(userId);
  ctx.effects.tell(userId, "warning:changed", { rev, warnings: await ctx.store.warnings.openOf(userId) });
}

/** Null where nobody can be banned: from the lobby, from a private conversation, from no room at all. */
function roomToBanFrom({ standing }: Settling): Standing["room"] | null {
  return standing === null || standing.room.isLobby || standing.room.kind === "direct" ? null : standing.room;
}

/** From the room of the report; where nobody can be banned from that, an administrator suspends the account. */
async function ban(ctx: CommandContext, one: Settling, reason: string): Promise<void> {
  const { report, actor } = one;
  const { userId } = report;
  const member = await memberOf(ctx, report);
  await assertBelow(ctx, one, member);
  const room = roomToBanFrom(one);
  if (room === null) {
    if (!isAdministrator(actor.role))
      throw new ParleyError("forbidden", "Nobody is banned from this room. An administrator can suspend the account.");
    await assertNoneAbove(ctx, one);
    await suspend(ctx, userId, null);
    return;
  }
  const owners = member?.role === "owner" ? await ctx.store.members.ownersIn(room.id) : [];
  if (owners.length === 1)
    throw new ParleyError("conflict", "They are the only owner of this room. Suspend the account instead.");
  await banFrom(ctx, room.id, { userId, bannedBy: actor.id, reason, bannedAt: ctx.now, until: null });
}

function memberOf(ctx: CommandContext, { roomId, userId }: { roomId: RoomId | null; userId: UserId }) {
  return roomId === null ? undefined : ctx.store.members.find(roomId, userId);
}

/** Moderators act on those who rank below them in the room; administrators on those who do on the server. */
async function assertBelow(ctx: CommandContext, one: Settling, member: Member | undefined): Promise<void> {
  const { report, actor, standing } = one;
  const target = await ctx.store.users.find(report.userId);
  if (target !== undefined && mayAdminister(actor.role, target.role)) return;
  const role = standing?.role ?? null;
  const isModerator = role === "owner" || role === "moderator";
  if (!isModerator || !mayRemove(role, member?.role ?? null)) throw notBelow();
}

/** What one is in a room gives no power over the account of somebody who keeps order on the server. */
async function assertNoneAbove(ctx: CommandContext, { report, actor }: Settling): Promise<void> {
  const target = await ctx.store.users.find(report.userId);
  const isAbove = target !== undefined && isAdministrator(target.role) && !mayAdminister(actor.role, target.role);
  if (isAbove) throw notBelow();
}

function notBelow(): ParleyError {
  return new ParleyError("forbidden", "You can only do this to people who rank below you.");
}
