import { duration, durationWords } from "../text/duration.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";

/** After how long messages of this room disappear; alone it says what it is. */
export async function setExpiry(context: CommandContext, text: string): Promise<Answer> {
  const { room } = currentEntry(context).state;
  if (text === "") return expiryAnswer(room.expiresAfterMs);
  const expiresAfterMs = text.toLowerCase() === "off" ? null : duration(text);
  if (expiresAfterMs === null && text.toLowerCase() !== "off") throw wrongly("/expire 1h, /expire 7d or /expire off");
  const changed = await context.client.call("room:set-expiry", { roomId: room.id, expiresAfterMs });
  return expiryAnswer(changed.expiresAfterMs);
}

function expiryAnswer(expiresAfterMs: number | null): Answer {
  const words =
    expiresAfterMs === null
      ? "Messages stay."
      : `Messages written from now on disappear after ${durationWords(expiresAfterMs)}.`;
  return answer(words, { type: "expiry", expiresAfterMs });
}
