import type { ClientState, ParleyClient } from "@parley/client";
import type { EventPair, Payload, RoomId, UserId } from "@parley/contract";
import { isBlocked, isOfBlocked } from "../people/blocked.ts";
import { Company, type Presence } from "./company.ts";
import { joinedLine, leftLine, linkLine, reactionLine } from "./lines.ts";

type AnnouncingClient = Pick<ParleyClient, "getState" | "on" | "watch" | "call">;

export interface AnnouncerOptions {
  readonly client: AnnouncingClient;
  readonly roomId: RoomId;
  readonly print: (line: string) => Promise<void>;
}

/** Prints who comes into the room, leaves it or reacts, and what is behind links, but of nobody I blocked, until the answered function is called. */
export function announce(options: AnnouncerOptions): () => void {
  const { client, roomId } = options;
  const { me } = client.getState();
  if (!me) return () => undefined;
  // Names may have to be asked for; the lines keep their order all the same.
  let printed = Promise.resolve();
  const print = (userId: UserId, line: (name: string) => string) => {
    if (isBlocked(client.getState(), userId)) return;
    printed = printed.then(async () => options.print(line(await nameOf(client, userId)))).catch(() => undefined);
  };
  const company = new Company({
    me: me.id,
    onCame: (userId) => print(userId, joinedLine),
    onWent: (userId) => print(userId, leftLine),
    later: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  });
  const off = client.on("event", (where, event) => {
    if (where !== roomId) return;
    tell(company, event);
    const reacted = reactionIn(client.getState(), roomId, event);
    const isOther = (userId: UserId) => isBlocked(client.getState(), userId);
    if (event[0] === "message:previewed" && event[1].preview?.title !== undefined && !isOfBlocked(event[1], isOther))
      print(event[1].senderId, (name) => linkLine(name, event[1]) ?? "");
    if (reacted) print(reacted.userId, (name) => reactionLine(name, reacted.emoji, reacted.message));
  });
  client.watch([roomId], { friends: true });
  return () => {
    off();
    company.stop();
  };
}

function tell(company: Company, [name, payload]: EventPair): void {
  if (name === "member:joined") company.joined(payload.member.userId);
  else if (name === "member:left") company.left(payload.userId);
  else if (name === "presence:changed") company.presence(presenceIn(payload));
}

/** Somebody else's reaction that has come, to a message that is there to be seen. */
function reactionIn({ me, rooms, relations }: ClientState, roomId: RoomId, [name, payload]: EventPair) {
  if (name !== "reaction:changed" || !payload.isOn || payload.userId === me?.id) return undefined;
  const message = rooms.get(roomId)?.window?.messages.find(({ seq }) => seq === payload.seq);
  const isShown = message !== undefined && !isOfBlocked(message, (userId) => isBlocked({ relations }, userId));
  return isShown ? { ...payload, message } : undefined;
}

/** For the plain lines somebody is here or not; away and busy people are. */
function presenceIn({ people, isWhole }: Payload<"presence:changed">): Presence {
  const offline = people.filter(({ availability }) => availability === "offline").map(({ userId }) => userId);
  const online = people.filter(({ availability }) => availability !== "offline").map(({ userId }) => userId);
  return { online, offline, isWhole };
}

async function nameOf(client: AnnouncingClient, userId: UserId): Promise<string> {
  const known = client.getState().people.get(userId);
  if (known) return known.name;
  const { people } = await client.call("user:list", { userIds: [userId] });
  return people[0]?.name ?? "Somebody";
}
