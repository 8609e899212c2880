/** What a connection that looks at rooms, or at its person's friends, knows of who is there. */
import { type Availability, defaultSettings, type Privacy, type RoomId, type Settings } from "@parley/contract";
import type { Person } from "./person.ts";
import type { Witness } from "./witness.ts";

export async function looking(
  person: Person,
  roomIds: readonly RoomId[],
  how: { friends?: boolean } = {},
): Promise<Witness> {
  const witness = await person.connect();
  witness.signal("presence:watch", { roomIds: [...roomIds], friends: how.friends ?? false });
  await witness.barrier();
  return witness;
}

/** As told so far: in a room, or of friends. */
export function availabilityOf(witness: Witness, person: Person, place: RoomId | "friends"): Availability {
  let availability: Availability = "offline";
  const ofFriends = witness.named("presence:friends-changed");
  const inRoom = witness.named("presence:changed").filter((event) => event.roomId === place);
  for (const { payload } of place === "friends" ? ofFriends : inRoom) {
    if (payload.isWhole) availability = "offline";
    for (const one of payload.people) if (one.userId === person.id) ({ availability } = one);
  }
  return availability;
}

export function untilIs(
  witness: Witness,
  person: Person,
  { place, is }: { place: RoomId | "friends"; is: Availability },
): Promise<void> {
  return witness.when(() => availabilityOf(witness, person, place) === is, `${person.user.name} to be ${is}`);
}

/** How often a connection was told anything of a person, whole lists included. */
export function timesNamed(witness: Witness, person: Person): number {
  return witness.events.filter((event) => JSON.stringify(event.payload).includes(person.id)).length;
}

export function choose(person: Person, privacy: Partial<Privacy>): Promise<Settings> {
  return person.do("settings:change", { privacy: { ...defaultSettings.privacy, ...privacy } });
}

export async function befriend(one: Person, other: Person): Promise<void> {
  await one.do("friend:ask", { userId: other.id });
  await other.do("friend:accept", { userId: one.id });
}
