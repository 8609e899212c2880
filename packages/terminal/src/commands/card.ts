import type { ClientState } from "@parley/client";
import { limits, type Profile, type Relation } from "@parley/contract";
import { availabilitySign } from "../people/availability.ts";
import { type Line, span } from "../text/spans.ts";
import { clockTime, moment, until } from "../text/time.ts";
import { visible, visibleLines } from "../text/visible.ts";
import { type Fact, noted } from "./answer.ts";
import { statusWords } from "./status.ts";

/** A person's card as one reads it. */
export function cardLines(state: ClientState, profile: Profile, now: number): Line[] {
  const { user, bio, availability } = profile;
  const lines: Line[] = [
    [
      availabilitySign(availability),
      span(` ${visible(user.name)}`, { isBold: true }),
      span(`  @${visible(user.handle)}  ${user.isGone ? "gone" : availability}`, { isDim: true }),
    ],
  ];
  if (user.status) lines.push([span(visible(statusWords(user.status, now)))]);
  if (bio !== "") lines.push(...visibleLines(bio).map((text): Line => [span(text)]));
  return [...lines, ...facts(state, profile, now).map(noted)];
}

/** The same for programs. */
export function cardFact(state: ClientState, profile: Profile): Fact {
  const { user, bio, timeZone, availability, lastSeenAt, joinedAt, suspendedUntil } = profile;
  const { handle, name, role, status = null } = user;
  const relation = state.relations.get(user.id)?.kind ?? null;
  const rooms = sharedRooms(state, profile);
  const about = { handle, name, role, relation, status, bio, timeZone, availability };
  const suspension = suspendedUntil === undefined ? {} : { suspendedUntil: endOf(suspendedUntil) };
  return { type: "profile", ...about, lastSeenAt, joinedAt, rooms, ...suspension };
}

function facts(state: ClientState, profile: Profile, now: number): string[] {
  const { timeZone, lastSeenAt, suspendedUntil } = profile;
  const relation = state.relations.get(profile.user.id)?.kind;
  const rooms = sharedRooms(state, profile);
  const found: string[] = [];
  if (timeZone !== null) found.push(`${clockTime(now, timeZone)} in ${timeZone}`);
  if (lastSeenAt !== null) found.push(`last seen ${moment(lastSeenAt, now)}`);
  if (rooms.length > 0) found.push(`with you in ${rooms.join(", ")}`);
  if (relation) found.push(relationWords[relation]);
  if (suspendedUntil !== undefined) found.push(`suspended${until(endOf(suspendedUntil), now)}: /restore ends it`);
  return found;
}

/** A suspension for good is told as 0. */
const endOf = (suspendedUntil: number): number | null =>
  suspendedUntil === 0 || suspendedUntil === limits.forGood ? null : suspendedUntil;

const relationWords: { readonly [K in Relation["kind"]]: string } = {
  friend: "your friend",
  asked: "you asked to be friends: /unfriend takes it back",
  asking: "asks to be your friend: /accept or /decline",
  blocked: "you blocked them: /unblock",
};

function sharedRooms({ rooms }: ClientState, { sharedRoomIds }: Profile): string[] {
  return sharedRoomIds.flatMap((id) => {
    const room = rooms.get(id)?.state.room;
    return room && room.name !== "" ? [`#${room.name}`] : [];
  });
}
