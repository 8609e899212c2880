/** Sue, and everybody who stands to her, to a room of hers, or to the server in some way: each with a connection that looks. */
import type { RoomId } from "@parley/contract";
import { openData } from "../database.ts";
import { befriend } from "../looking.ts";
import { type Person, populate } from "../person.ts";
import type { TestServer } from "../start-server.ts";
import { connect, type Witness } from "../witness.ts";

export const inside = [
  "owner",
  "moderator",
  "member",
  "muted",
  "memberFriend",
  "blockedBySue",
  "blockerOfSue",
] as const;
/** How somebody may stand to Sue: in her room, where she is a member, or outside of it. */
export const ears = [
  "anonymous",
  "revoked",
  "self",
  "stranger",
  "friend",
  "exMember",
  "banned",
  "serverOwner",
  "serverAdmin",
  ...inside,
] as const;
export type Ear = (typeof ears)[number];

/** Those in the room between whom and Sue no block lies. */
export const unblocked = ["owner", "moderator", "member", "muted", "memberFriend"] as const;

export interface Company {
  people: Record<Exclude<Ear, "anonymous" | "revoked">, Person>;
  /** Sue, to do things as. */
  sue: Person;
  witnesses: Record<Ear, Witness>;
}

export interface Stage extends Company {
  roomId: RoomId;
}

export async function gather(server: TestServer): Promise<Company> {
  const [serverOwner, ada, sue, stranger, friend, exMember, banned, owner, moderator, member, muted, ...more] =
    await populate(server, [
      ...(["Olga", "Ada", "Sue", "Xan", "Fred", "Eve", "Bix", "Otto", "Mona", "Mel", "Hush"] as const),
      ...(["Frida", "Bob", "Bea", "Rex"] as const),
    ]);
  const [memberFriend, blockedBySue, blockerOfSue, rex] = more;
  const data = await openData(server);
  await data.sql("update users set role = 'admin' where handle = 'ada'");
  await data.close();
  const serverAdmin = await ada.signIn();
  const outside = { self: sue, stranger, friend, exMember, banned, serverOwner, serverAdmin };
  const people = { ...outside, owner, moderator, member, muted, memberFriend, blockedBySue, blockerOfSue };
  for (const one of [friend, memberFriend]) await befriend(sue, one);
  const listening = Object.entries(people).map(async ([ear, person]) => [ear, await person.connect()] as const);
  const revoked = await rex.connect();
  await rex.do("session:delete", { which: "this" });
  await revoked.untilClosed();
  const witnesses = Object.fromEntries(await Promise.all(listening)) as Company["witnesses"];
  return { people, sue, witnesses: { ...witnesses, revoked, anonymous: await connect(server.url) } };
}

/** A new room of theirs, which all who might look at, with nothing in between but what lasts. */
export async function setStage(company: Company, name: string): Promise<Stage> {
  const { people, sue, witnesses } = company;
  const roomId = await people.owner.createRoom(`Stage ${name.replaceAll(":", " ")}`);
  const { owner: _, ...others } = Object.fromEntries(inside.map((ear) => [ear, people[ear]]));
  const coming = [sue, people.exMember, people.banned, ...Object.values(others)];
  await people.owner.do("member:add", { roomId, userIds: coming.map(({ id }) => id) });
  await people.owner.do("member:change", { roomId, userId: people.moderator.id, role: "moderator" });
  await people.owner.send(roomId, "First");
  await people.owner.do("member:remove", { roomId, userId: people.exMember.id });
  await people.owner.do("member:ban", { roomId, userId: people.banned.id });
  await people.owner.do("member:mute", { roomId, userId: people.muted.id, forMs: null });
  await sue.do("block:add", { userId: people.blockedBySue.id });
  await people.blockerOfSue.do("block:add", { userId: sue.id });
  for (const [ear, witness] of Object.entries(witnesses)) {
    if (ear === "anonymous" || ear === "revoked") continue;
    witness.signal("presence:watch", { roomIds: [roomId], friends: true });
    await witness.barrier();
  }
  return { ...company, roomId };
}
