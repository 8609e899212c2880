import { type Message, ParleyError, type RoomId, type UserId } from "@parley/contract";
import { currentRoom } from "../commands/context.ts";
import { isBlocked, isOfBlocked } from "../people/blocked.ts";
import { type Line, span } from "../text/spans.ts";
import { summary } from "../text/summary.ts";
import { clockTime } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { foldSearch } from "./fold-search.ts";
import type { Screen } from "./screen.ts";

/** How far back messages are looked through, and how many hits are shown. */
const PAGES = 10;
const PAGE = 200;
const ROOMS = 5;
const HITS = 8;

/** Public rooms whose name holds the text, and the latest messages of this room that do. */
export async function searchRoom(screen: Screen, text: string): Promise<void> {
  if (text === "") throw new ParleyError("invalid", "Say what to look for: /search-room text.");
  const roomId = currentRoom(screen);
  screen.say("Searching…");
  const [rooms, hits] = await Promise.all([roomLines(screen, text), messageLines(screen, roomId, text)]);
  screen.show(rooms.length + hits.length > 0 ? [...rooms, ...hits] : [[span("Nothing found.")]]);
}

async function roomLines(screen: Screen, text: string): Promise<Line[]> {
  const { rooms } = await screen.client.call("room:list", { text: text.replace(/^#/, ""), limit: ROOMS });
  return rooms.map(({ room, isMember }) => [
    span(`#${visible(room.name)}`, { color: "cyan" }),
    span(`  ${room.memberCount} members${isMember ? ", you too" : ""}; /join #${visible(room.name)}`, { isDim: true }),
  ]);
}

async function messageLines(screen: Screen, roomId: RoomId, text: string): Promise<Line[]> {
  const wanted = foldSearch(text);
  const lines: Line[] = [];
  let before = (screen.client.getState().rooms.get(roomId)?.state.lastSeq ?? 0) + 1;
  for (let page = 0; page < PAGES && lines.length < HITS; page += 1) {
    const from = { edge: "before", seq: before } as const;
    const { messages, people, isStart } = await screen.client.call("message:history", { roomId, from, limit: PAGE });
    const isHidden = (userId: UserId) => isBlocked(screen.client.getState(), userId);
    const names = new Map(people.map((person) => [person.id, person.name]));
    for (const message of messages.toReversed()) {
      const isThere = message.deletedAt === undefined && !isOfBlocked(message, isHidden);
      const isHit = isThere && lines.length < HITS && foldSearch(message.body).includes(wanted);
      if (isHit) lines.push(hitLine(message, names.get(message.senderId) ?? "Somebody"));
    }
    const first = messages[0];
    if (isStart || !first) break;
    before = first.seq;
  }
  return lines;
}

function hitLine(message: Message, name: string): Line {
  return [
    span(`${message.seq} `, { color: "cyan" }),
    span(`${clockTime(message.sentAt)} `, { isDim: true }),
    span(`${visible(name)}: ${summary(message)}`),
  ];
}
