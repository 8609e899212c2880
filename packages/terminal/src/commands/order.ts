import { limits, type User } from "@parley/contract";
import { duration } from "../text/duration.ts";
import { until } from "../text/time.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom, onlyPerson, personAndRest, wrongly } from "./context.ts";

/** Takes a member out of this room; they may come back. */
export async function kick(context: CommandContext, text: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const person = await onlyPerson(context, text, "/kick @name");
  await context.client.call("member:remove", { roomId, userId: person.id });
  return answer(`${person.name} is out of this room.`, { type: "kicked", handle: person.handle });
}

/** Keeps somebody out of this room, for good without a time. */
export async function ban(context: CommandContext, text: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const { person, rest } = await personAndRest(context, text, "/ban @name, /ban @name 7d or /ban @name 7d reason");
  const { forMs, words } = termIn(rest);
  const made = await context.client.call("member:ban", { roomId, userId: person.id, reason: words, forMs });
  const end = until(made.until, context.clock()) || " for good";
  return answer(`${person.name} is banned from this room${end}.`, {
    type: "banned",
    handle: person.handle,
    until: made.until,
    reason: made.reason,
  });
}

export async function unban(context: CommandContext, text: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const person = await onlyPerson(context, text, "/unban @name");
  await context.client.call("member:unban", { roomId, userId: person.id });
  return answer(`${person.name} may come back.`, { type: "unbanned", handle: person.handle });
}

/** Lets a member read only, for a while. */
export async function mute(context: CommandContext, text: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const usage = "/mute @name 10m, or /mute @name off";
  const { person, rest } = await personAndRest(context, text, usage);
  const forMs = rest.toLowerCase() === "off" ? 0 : duration(rest);
  if (forMs === null) throw wrongly(usage);
  const { mutedUntil } = await context.client.call("member:mute", { roomId, userId: person.id, forMs });
  return muted(person, forMs === 0 ? 0 : (mutedUntil ?? 0), context.clock());
}

function muted({ name, handle }: User, mutedUntil: number, now: number): Answer {
  const fact = { type: "muted", handle, until: mutedUntil === 0 ? null : mutedUntil };
  if (mutedUntil === 0) return answer(`${name} may write again.`, fact);
  const end = until(mutedUntil === limits.forGood ? null : mutedUntil, now);
  return answer(`${name} reads only${end}.`, fact);
}

/** Lets the owner of a suspended account sign in again. */
export async function restore(context: CommandContext, text: string): Promise<Answer> {
  const person = await onlyPerson(context, text, "/restore @name");
  await context.client.call("user:restore", { userId: person.id });
  return answer(`${person.name} can sign in again.`, { type: "restored", handle: person.handle });
}

/** `7d reason`, `reason`, or nothing. */
function termIn(text: string): { forMs: number | null; words: string } {
  const [first = ""] = text.split(/\s/, 1);
  const forMs = duration(first);
  return { forMs, words: forMs === null ? text : text.slice(first.length).trim() };
}
