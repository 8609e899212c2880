import type { Settings } from "@parley/contract";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, wrongly } from "./context.ts";

type Mode = Settings["presence"];

const meaning: Record<Mode, string> = {
  auto: "You are shown as online, or away when you have not touched a key for ten minutes.",
  busy: "You are shown as busy.",
  invisible: "You look offline; typing and receipts are hidden, from you too.",
};

/** `/presence` alone says what it is. */
export async function setPresence({ client }: CommandContext, text: string): Promise<Answer> {
  const mode = modeIn(text);
  const { presence } = mode ? await client.call("settings:change", { presence: mode }) : client.getState().settings;
  return answer(meaning[presence], { type: "presence", presence });
}

function modeIn(text: string): Mode | null {
  if (text === "") return null;
  const mode = (Object.keys(meaning) as Mode[]).find((name) => name === text.toLowerCase());
  if (mode) return mode;
  throw wrongly("/presence auto, /presence busy or /presence invisible");
}
