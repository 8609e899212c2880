import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** What those who keep order told me; shown, it counts as read. */
export async function readWarnings({ client, clock }: CommandContext): Promise<Answer> {
  const { warnings } = client.getState();
  if (warnings.length === 0) return answer("Nobody has warned you.");
  for (const { id } of warnings) await client.call("warning:acknowledge", { warningId: id });
  const lines = warnings.map(({ text, givenAt }): Line => {
    return [span(`${moment(givenAt, clock())} `, { isDim: true }), span(visible(text))];
  });
  const facts = warnings.map(({ text, givenAt }) => ({ type: "warning", text, givenAt }));
  return { lines: [headed("From those who keep order here:"), ...lines], facts };
}
