/** The people of the authorization matrix, and the room they stand to in every possible way. */
import type { Invitation, MemberRole, Message, RoomId } from "@parley/contract";
import { openData } from "../database.ts";
import { Person, populate } from "../person.ts";
import type { TestServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

/** How somebody may stand to the server and to a room. */
export const standings = [
  "anonymous",
  "revoked",
  "outsider",
  "serverOwner",
  "serverAdmin",
  "exMember",
  "banned",
  "muted",
  "member",
  "moderator",
  "owner",
] as const;
export type Standing = (typeof standings)[number];

export const roles: Partial<Record<Standing, MemberRole>> = {
  member: "member",
  muted: "member",
  moderator: "moderator",
  owner: "owner",
};

/** Those who may not see into a private room. */
export const outside: readonly Standing[] = ["outsider", "serverOwner", "serverAdmin", "exMember", "banned"];

export interface Cast {
  actors: Record<Standing, Person>;
  /** A plain member, for others to act on. */
  target: Person;
  /** In no room but the lobby. */
  spare: Person;
  witnesses: Map<Standing, Witness>;
  count: number;
}

export interface Scene {
  kind: "public" | "private";
  roomId: RoomId;
  cast: Cast;
  invitation: Invitation;
  /** One by each who is or was a member. */
  messages: Map<Standing, Message>;
}

export async function assemble(server: TestServer): Promise<Cast> {
  const names = ["Olga", "Ada", "Otto", "Mona", "Mel", "Eve", "Xan", "Rex", "Tim", "Sam", "Bix", "Hush"] as const;
  const [serverOwner, ada, owner, moderator, member, exMember, outsider, revoked, target, spare, banned, muted] =
    await populate(server, names);
  const data = await openData(server);
  await data.sql("update users set role = 'admin' where handle = 'ada'");
  await data.close();
  const serverAdmin = await ada.signIn();
  const anonymous = new Person(server, { user: spare.user, sessionId: spare.sessionId, token: "" });
  const actors = {
    anonymous,
    revoked,
    outsider,
    serverOwner,
    serverAdmin,
    exMember,
    banned,
    muted,
    member,
    moderator,
    owner,
  };
  const witnesses = new Map<Standing, Witness>();
  for (const standing of [...outside, "member"] as const) witnesses.set(standing, await actors[standing].connect());
  return { actors, target, spare, witnesses, count: 0 };
}

export async function setScene(cast: Cast, kind: Scene["kind"]): Promise<Scene> {
  cast.count += 1;
  const { owner, moderator, member, exMember, banned, muted } = cast.actors;
  const roomId = await owner.createRoom(`Scene ${cast.count}`, kind);
  const people = [moderator, member, exMember, banned, muted, cast.target];
  await owner.do("member:add", { roomId, userIds: people.map((person) => person.id) });
  await owner.do("member:change", { roomId, userId: moderator.id, role: "moderator" });
  const messages = new Map<Standing, Message>();
  const sending = ["owner", "moderator", "member", "exMember", "banned", "muted"] as const;
  const sent = sending.map((standing) => cast.actors[standing].send(roomId, `By ${standing}`));
  const [invitation] = await Promise.all([owner.do("invitation:create", { roomId }), ...sent]);
  for (const [at, standing] of sending.entries()) messages.set(standing, (await sent[at]) as Message);
  await Promise.all([
    owner.do("member:remove", { roomId, userId: exMember.id }),
    owner.do("member:ban", { roomId, userId: banned.id }),
    owner.do("member:mute", { roomId, userId: muted.id, forMs: null }),
  ]);
  return { kind, roomId, cast, invitation, messages };
}
