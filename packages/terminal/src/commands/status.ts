import { emojiOnly, type Status } from "@parley/contract";
import { duration } from "../text/duration.ts";
import { until } from "../text/time.ts";
import { type Answer, answer } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** `/status` alone says what it is. */
export async function setStatus({ client, clock }: CommandContext, text: string): Promise<Answer> {
  if (text === "") return statusAnswer(client.getState().me?.status, clock());
  const status = text.toLowerCase() === "clear" ? null : readStatus(text, clock());
  const { user } = await client.call("profile:change", { status });
  return statusAnswer(user.status, clock());
}

/** `[emoji] text [for 2h]`. */
export function readStatus(text: string, now: number): Status {
  const match = /^([\s\S]*\S)\s+for\s+(\S+)$/i.exec(text);
  const forMs = match ? duration(match[2] ?? "") : null;
  const said = (forMs === null ? text : (match?.[1] ?? "")).trim();
  const [first = ""] = said.split(/\s/, 1);
  const hasEmoji = emojiOnly(first) === 1;
  return {
    emoji: hasEmoji ? first : "",
    text: hasEmoji ? said.slice(first.length).trim() : said,
    until: forMs === null ? null : now + forMs,
  };
}

export const statusWords = (status: Status, now: number): string =>
  `${status.emoji} ${status.text}`.trim() + until(status.until, now);

function statusAnswer(status: Status | undefined, now: number): Answer {
  const fact = { type: "status", status: status ?? null };
  return answer(status ? `Your status: ${statusWords(status, now)}` : "You have no status.", fact);
}
