import { type TimelineRow, timeline } from "@parley/client";
import { limits, ParleyError } from "@parley/contract";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

/** Takes back what I sent last in this room: what only waits here, or as long as the server leaves no trace of it. */
export async function undo(context: CommandContext, text: string): Promise<Answer> {
  if (text !== "") throw wrongly("/undo");
  const { client, clock } = context;
  const roomId = currentRoom(context);
  const state = client.getState();
  const row = timeline(state, roomId).findLast((one) => one.message.senderId === state.me?.id && stands(one));
  if (row === undefined || (row.message.seq > 0 && clock() - row.message.sentAt > limits.undoneMs))
    throw new ParleyError("conflict", "There is nothing that you have just sent. /delete takes older messages away.");
  const { id, seq, body } = row.message;
  await client.remove(roomId, id, { isUndo: true });
  const isLeft = client
    .getState()
    .outbox.some(({ request: { input } }) => "messageId" in input && input.messageId === id);
  const said = isLeft
    ? "Deleted for everyone. Whoever was looking may have seen it."
    : "Taken back. Nobody has seen it.";
  return { ...answer(said, { type: "undone", id, ...(seq > 0 && { seq }) }), toWrite: body };
}

/** It is shown, and neither refused nor deleted. */
function stands({ status, message }: TimelineRow): boolean {
  return message.deletedAt === undefined && (message.seq > 0 || status !== "failed");
}
