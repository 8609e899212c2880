import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

/** What a message said before, the oldest first. */
export async function listEdits(context: CommandContext, text: string): Promise<Answer> {
  const { seq, text: rest } = numbered(text);
  if (seq === null || seq === 0 || rest !== "") throw wrongly("/edits 12");
  const { edits } = await context.client.call("edit:list", { roomId: currentRoom(context), seq });
  if (edits.length === 0) return answer(`There is nothing that message ${seq} said before, or not for you.`);
  const lines = edits.map(({ body, writtenAt }): Line => {
    const words = visible(body.replaceAll(/\s+/g, " "));
    return [span(`  ${moment(writtenAt, context.clock())}  `, { isDim: true }), span(words)];
  });
  const facts = edits.map((edit) => ({ type: "edit", seq, ...edit }));
  return { lines: [headed(`What message ${seq} said before`), ...lines], facts };
}
