import type { Output, Saved } from "@parley/contract";
import { roomName } from "../rooms/name.ts";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed, noted } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";

const SHOWN_CHARACTERS = 200;

/** Keeps a message of this room for later, or no longer. */
export async function save(context: CommandContext, text: string): Promise<Answer> {
  const { seq, text: rest } = numbered(text);
  if (seq === null || seq === 0 || rest !== "") throw wrongly("/save 12");
  const { room, saved } = currentEntry(context).state;
  const isKept = saved.includes(seq);
  await context.client.call(isKept ? "saved:remove" : "saved:add", { roomId: room.id, seq });
  const said = isKept ? `Message ${seq} is kept no longer.` : `Message ${seq} is kept for later: /saved lists what is.`;
  return answer(said, { type: isKept ? "unsaved" : "saved", seq });
}

/** What I keep for later, the one kept last first. */
export async function listSaved(context: CommandContext): Promise<Answer> {
  const { entries, people, next } = await context.client.call("saved:list", {});
  if (entries.length === 0) return answer("You keep nothing for later. /save 12 does.");
  const lines = entries.map((entry) => savedLine(context, people, entry));
  if (next !== null) lines.push(noted("and more, kept before"));
  const facts = entries.map(({ roomId, seq, savedAt, message, thread }) => {
    const place = { room: placeOf(context, thread?.roomId ?? roomId), ...(thread && { thread: thread.seq }), seq };
    return { type: "saved", ...place, savedAt, text: message?.body ?? null };
  });
  return { lines: [headed("Kept for later"), ...lines], facts };
}

type People = Output<"saved:list">["people"];

function savedLine(context: CommandContext, people: People, { roomId, seq, message, thread }: Saved): Line {
  if (message === null) return [span("  In a room that you are not in any more", { isDim: true })];
  const name = people.find(({ id }) => id === message.senderId)?.name ?? "Somebody";
  const words = visible(message.body.slice(0, SHOWN_CHARACTERS).replaceAll(/\s+/g, " "));
  const place = visible(placeOf(context, thread?.roomId ?? roomId) ?? "");
  const number = thread ? `${thread.seq} › ${seq}` : seq;
  return [
    span(`  ${place} ${number}  `, { isDim: true }),
    span(visible(name), { isBold: true }),
    span(`  ${words}`),
    span(`  ${moment(message.sentAt, context.clock())}`, { isDim: true }),
  ];
}

/** As people would write it; null where I am not any more. */
function placeOf({ client }: CommandContext, roomId: Saved["roomId"]): string | null {
  const { rooms, people, me } = client.getState();
  const entry = rooms.get(roomId);
  return entry && me ? roomName(entry.state, people, me.id) : null;
}
