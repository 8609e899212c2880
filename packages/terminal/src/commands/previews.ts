import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";

/** Whether links of this room show what is behind them, where the server looks; alone it says how it is. */
export async function setPreviews(context: CommandContext, text: string): Promise<Answer> {
  const { room } = currentEntry(context).state;
  const choice = text.toLowerCase();
  if (choice === "") return previewsAnswer(room.rules.linkPreviews);
  if (choice !== "on" && choice !== "off") throw wrongly("/previews on or /previews off");
  const changed = await context.client.call("room:set-previews", { roomId: room.id, areOn: choice === "on" });
  return previewsAnswer(changed.rules.linkPreviews);
}

function previewsAnswer(areOn: boolean): Answer {
  const words = areOn
    ? "Links written here show what is behind them, if this server looks."
    : "Links written here show nothing of what is behind them.";
  return answer(words, { type: "previews", areOn });
}
