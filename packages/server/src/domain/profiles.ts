import { cleanText, EMOJI, limits, ParleyError, type Status, type User } from "@parley/contract";

/** A person as everyone may hear of them, whoever they are: what travels in a room's events. */
export function bare({ id, handle, name, role, isGone }: User): User {
  return isGone ? { id, handle, name, role, isGone } : { id, handle, name, role };
}

/** A person as one viewer sees them: across a block nothing but who they are; a status that is over is nobody's. */
export function presented(user: User, { isWithheld, now }: { isWithheld: boolean; now: number }): User {
  if (isWithheld) return bare(user);
  const { status } = user;
  if (status === undefined || !isOver(status, now)) return user;
  const { status: _, ...rest } = user;
  return rest;
}

function isOver({ until }: Status, now: number): boolean {
  return until !== null && until <= now;
}

/** The status as it is kept; null for none. Throws `invalid` with the reason. */
export function statusOf(given: Status, now: number): Status | null {
  const { emoji, until } = given;
  if (emoji !== "" && emoji.replace(EMOJI, "") + (emoji.match(EMOJI)?.slice(1).join("") ?? "") !== "")
    throw new ParleyError("invalid", "Choose one emoji.", { field: "status.emoji" });
  const text = line(given.text, limits.statusCharacters, "status.text");
  if (emoji === "" && text === "") return null;
  if (isOver(given, now)) throw new ParleyError("invalid", "This time is over already.", { field: "status.until" });
  return { emoji, text, until };
}

/** What somebody says of themselves, as it is kept. */
export function bioOf(raw: string): string {
  const cleaned = cleanText(raw, limits.bioCharacters, "allowed");
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field: "bio" });
  return cleaned.text.trim();
}

/** A text that stands in one line with other things: no line breaks, and nothing that turns the direction around it. */
export function line(raw: string, most: number, field: string): string {
  const cleaned = cleanText(raw.replace(/[\s\p{Bidi_C}]+/gu, " "), most, "allowed");
  if (!cleaned.ok) throw new ParleyError("invalid", cleaned.reason, { field });
  return cleaned.text.trim();
}

/** The zone's name as the IANA writes it. Throws `invalid` if there is none of this name. */
export function timeZoneOf(raw: string): string {
  try {
    // An offset is a zone to the language too, but it knows nothing of summer.
    if (/^[A-Za-z]/.test(raw)) return new Intl.DateTimeFormat("en", { timeZone: raw }).resolvedOptions().timeZone;
  } catch {
    // Said below.
  }
  throw new ParleyError("invalid", "There is no such time zone.", { field: "timeZone" });
}
