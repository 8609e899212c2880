/** One row for each request that names a person: what is sent, and what those hear who stand to them in some way. */
import { type Input, type MessageId, newId, type RequestName, type RoomId } from "@parley/contract";
import { picture } from "../jpeg-picture.ts";
import { befriend } from "../looking.ts";
import { type Person, register } from "../person.ts";
import type { TestServer } from "../start-server.ts";

/** How the one who asks stands to the one who is named. All are in the lobby; all but strangers in one more room. */
export const ties = ["stranger", "roommate", "friend", "blockedBy", "blocks"] as const;
export type Tie = (typeof ties)[number];

export interface Pair {
  asker: Person;
  named: Person;
  /** The asker's own; the one who is named is in it unless they are strangers. */
  roomId: RoomId;
  avatar: string;
}

interface PersonRow<N extends RequestName> {
  input(pair: Pair): Input<N> | Promise<Input<N>>;
  /** Where it is not "ok". */
  expected?: Partial<Record<Tie, string>>;
  /** Whom the answer tells more than the name. */
  reveals?: readonly Tie[];
  /** What the one who is named hears of, although there is a block between the two. */
  arrives?: true;
}

/** In the status, the bio and the time zone of the one who is named: more than a name. */
export const canary = "CANARY";
const numbers = Array(10_000).keys();

export async function pairUp(server: TestServer, tie: Tie): Promise<Pair> {
  const at = numbers.next().value;
  const [asker, named] = await Promise.all([register(server, `Asker ${at}`), register(server, `Named ${at}`)]);
  const status = { emoji: "", text: canary, until: null };
  await named.do("profile:change", { bio: canary, status });
  const { avatar = "" } = await named.do("profile:set-avatar", { image: picture().toString("base64") });
  const roomId = await asker.createRoom(`Pair ${at}`);
  if (tie !== "stranger") await asker.do("member:add", { roomId, userIds: [named.id] });
  if (tie === "friend") await befriend(asker, named);
  if (tie === "blockedBy") await named.do("block:add", { userId: asker.id });
  if (tie === "blocks") await asker.do("block:add", { userId: named.id });
  return { asker, named, roomId, avatar };
}

const all = (code: string) => Object.fromEntries(ties.map((tie) => [tie, code]));
const across = (code: string) => ({ blockedBy: code, blocks: code });
const known = ["stranger", "roommate", "friend"] as const;

const person = { input: ({ named }: Pair) => ({ userId: named.id }) };
/** Order in a room is kept whatever stands between two people. */
const inRoom = {
  input: ({ named, roomId }: Pair) => ({ userId: named.id, roomId }),
  expected: { stranger: "not_found" },
  arrives: true,
} as const;
const forAdministrators = { expected: all("forbidden") };

export const personRows = {
  "user:list": { input: ({ named }) => ({ userIds: [named.id] }), reveals: known },
  "profile:show": { ...person, reveals: known },
  "profile:show-avatar": {
    input: ({ named, avatar }) => ({ userId: named.id, version: avatar }),
    expected: across("not_found"),
  },
  "friend:ask": { input: ({ named }) => ({ userId: named.id, line: "Hello" }), expected: { blocks: "not_reachable" } },
  "friend:accept": { ...person, expected: { ...all("not_found"), friend: "ok" } },
  "friend:decline": { ...person, expected: all("not_found") },
  "friend:cancel": { ...person, expected: all("not_found") },
  "friend:remove": { ...person, expected: { ...all("not_found"), friend: "ok" } },
  "block:add": person,
  "block:remove": { ...person, expected: { ...all("not_found"), blocks: "ok" } },
  "room:create-direct": { input: ({ named }) => ({ userIds: [named.id] }), expected: across("not_reachable") },
  "member:add": {
    input: async ({ asker, named }) => ({ roomId: await asker.createRoom("Another"), userIds: [named.id] }),
    expected: across("not_reachable"),
  },
  "member:remove": inRoom,
  "member:mute": { ...inRoom, input: (pair) => ({ ...inRoom.input(pair), forMs: null }) },
  "member:ban": { ...inRoom, expected: {} },
  "member:unban": { ...inRoom, expected: all("not_found") },
  "member:change": { ...inRoom, input: (pair) => ({ ...inRoom.input(pair), role: "moderator" }) },
  "report:create": { input: ({ named }) => ({ userId: named.id, reason: "spam" }) },
  "user:suspend": { input: ({ named }) => ({ userId: named.id, forMs: null }), ...forAdministrators },
  "user:restore": { ...person, ...forAdministrators },
  "user:change-role": { input: ({ named }) => ({ userId: named.id, role: "admin" }), ...forAdministrators },
  "user:find": { input: ({ named }) => ({ text: named.user.name }), reveals: known },
  "message:send": {
    input: async ({ asker, named, roomId }) => ({
      id: newId<MessageId>(Date.now()),
      roomId,
      body: `@${named.user.handle} ${asker.user.name}`,
    }),
    arrives: true,
  },
} satisfies { [N in RequestName]?: PersonRow<N> };
