import { type ClientState, type RoomEntry, roomTitle, totalUnread, typists } from "@parley/client";
import { waitingCount } from "../people/requests.ts";
import { durationWords, EXPIRY_SIGN } from "../text/duration.ts";
import { fitted, type Line, type Span, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import type { FrameOptions } from "./frame-options.ts";
import { roomNotice } from "./notice.ts";
import type { Mode } from "./view.ts";

const dim = { isDim: true };

/** The room: its name, topic, and how many are there. */
export function headerLine({ state, size }: FrameOptions, entry: RoomEntry | null): Line {
  if (!entry) return [span(fitted("Parley", size.columns), { isBold: true })];
  const { room } = entry.state;
  const sign = room.kind === "direct" ? "@" : "#";
  const people = `${room.memberCount} ${room.memberCount === 1 ? "member" : "members"}, ${entry.online.size} online`;
  const expiry = room.expiresAfterMs === null ? "" : `  ${EXPIRY_SIGN} ${durationWords(room.expiresAfterMs)}`;
  const topic = room.topic === "" ? "" : `  ${visible(room.topic)}`;
  return [
    span(`${sign}${visible(roomTitle(state, entry))}`, { isBold: true }),
    ...(room.thread
      ? [span(` › thread of ${room.thread.seq}`, { color: "cyan" }), span("  /thread leads back", dim)]
      : []),
    span(`  ${people}`, dim),
    span(expiry, dim),
    span(topic, dim),
  ];
}

/** Who is writing, or why one may not; and, while scrolled back, that there is more below. */
export function typingLine({ state, view, now }: FrameOptions, entry: RoomEntry | null): Line {
  const names = entry ? typists(state, entry, now).map((user) => visible(user.name)) : [];
  const line: Span[] = [];
  if (view.scroll.kind !== "newest") line.push(span("↓ PgDn or /goto end for the newest  ", { color: "yellow" }));
  const notice = entry && roomNotice(state, entry, now);
  if (notice) line.push(span(notice, { color: "yellow" }));
  else if (names.length === 1) line.push(span(`${names[0]} is writing…`, dim));
  else if (names.length === 2) line.push(span(`${names.join(" and ")} are writing…`, dim));
  else if (names.length > 2) line.push(span(`${names.length} people are writing…`, dim));
  return line;
}

/** Connection, name, what waits to be sent, what is unread elsewhere. */
export function statusLine({ state, now }: FrameOptions): Line {
  const waiting = state.outbox.filter((item) => item.request.name.startsWith("message:") && item.status !== "failed");
  const { unread, mentions } = totalUnread(state);
  const line: Span[] = [connectionSpan(state, now)];
  if (state.me) line.push(span(`  ${visible(state.me.name)}`));
  if (waiting.length > 0) line.push(span(`  ${waiting.length} to send`, { color: "yellow" }));
  if (unread > 0) line.push(span(`  ${unread} unread${mentions > 0 ? `, ${mentions} for you` : ""}`));
  const requests = waitingCount(state);
  if (requests > 0) line.push(span(`  ${requests} to answer: /friends`, { color: "cyan" }));
  if (state.warnings.length > 0) line.push(span("  a word for you: /warnings", { color: "red" }));
  return [...line, span("  /help", dim)];
}

function connectionSpan({ connection }: ClientState, now: number): Span {
  switch (connection.status) {
    case "live":
      return span("● live", { color: "green" });
    case "catching-up":
      return span("◐ catching up", { color: "yellow" });
    case "connecting":
      return span("◌ connecting", { color: "yellow" });
    case "offline": {
      const seconds = connection.retryAt === null ? 0 : Math.max(0, Math.ceil((connection.retryAt - now) / 1_000));
      return span(seconds > 0 ? `○ offline, again in ${seconds} s` : "○ offline", { color: "red" });
    }
    case "signed-out":
      return span("○ signed out", { color: "red" });
  }
}

/** What stands before the composer's text: it says what Enter will do. */
export function prompt(mode: Mode): string {
  if (mode.kind === "question") return `${mode.text} `;
  if (mode.kind === "edit") return `edit ${mode.seq}> `;
  return mode.kind === "reply" ? `reply ${mode.seq}> ` : "> ";
}
