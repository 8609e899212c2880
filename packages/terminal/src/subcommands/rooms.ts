import type { RoomState, Snapshot } from "@parley/contract";
import { type ExitCode, exitCodes } from "../failure.ts";
import { roomName } from "../rooms/name.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { jsonLine } from "../text/json.ts";
import { visible } from "../text/visible.ts";

export interface RoomsOptions {
  readonly snapshot: Snapshot;
  readonly isJson: boolean;
  readonly surroundings: Surroundings;
}

/** Prints the rooms that one is in, the latest activity first. */
export async function rooms({ snapshot, isJson, surroundings }: RoomsOptions): Promise<ExitCode> {
  const people = new Map(snapshot.people.map((person) => [person.id, person]));
  const lastActivity = ({ room, lastMessage }: RoomState) => lastMessage?.sentAt ?? room.createdAt;
  for (const state of snapshot.rooms.toSorted((a, b) => lastActivity(b) - lastActivity(a))) {
    // What strangers ask is not among one's rooms; a program is told which they are.
    if (state.isRequest && !isJson) continue;
    const name = roomName(state, people, snapshot.me.id);
    await writeLine(surroundings.output, isJson ? roomJson(name, state) : roomLine(name, state));
  }
  return exitCodes.ok;
}

function roomLine(name: string, { room, unread, mentions }: RoomState): string {
  const notes = [`${room.memberCount} ${room.memberCount === 1 ? "member" : "members"}`];
  if (unread > 0) notes.push(`${unread} unread`);
  if (mentions > 0) notes.push(`${mentions} for you`);
  return `${visible(name)}  (${notes.join(", ")})`;
}

function roomJson(name: string, { room, lastSeq, unread, mentions, isRequest }: RoomState): string {
  const { id, kind, topic, memberCount } = room;
  const request = isRequest ? { request: true } : {};
  const counts = { members: memberCount, lastSeq, unread, mentions };
  return jsonLine({ type: "room", room: name, id, kind, topic, ...counts, ...request });
}
