import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom } from "./context.ts";

/** Clears the conversation for me alone, once I said yes. */
export async function clear(context: CommandContext): Promise<Answer> {
  const roomId = currentRoom(context);
  const reply = await context.ask("Clear this conversation for you? The others keep it. y/n", { isHidden: false });
  if (!/^y(es)?$/i.test(reply?.trim() ?? "")) return answer("Nothing was cleared.");
  const { clearedSeq } = await context.client.call("room:clear", { roomId });
  return answer("Cleared, for you.", { type: "cleared", clearedSeq });
}
