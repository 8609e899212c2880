import { ParleyError } from "@parley/contract";
import { type Answer, answer } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** Chooses another password; what is typed is never shown. */
export async function changePassword(context: CommandContext): Promise<Answer> {
  const current = await secret(context, "Your password now:");
  const next = await secret(context, "The new one:");
  const again = await secret(context, "The new one again:");
  if (next !== again) throw new ParleyError("invalid", "The two differ; your password is as it was.");
  const { ended } = await context.client.call("account:change-password", { current, next });
  const others = ended === 0 ? "" : ` ${ended} other ${ended === 1 ? "session has" : "sessions have"} ended.`;
  return answer(`Your password is changed.${others}`, { type: "password", ended });
}

async function secret({ ask }: CommandContext, question: string): Promise<string> {
  const typed = await ask(question, { isHidden: true });
  if (!typed) throw new ParleyError("invalid", "Your password is as it was.");
  return typed;
}
