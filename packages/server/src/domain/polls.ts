import { cleanText, limits, type Message, type NewPoll, ParleyError, type Poll } from "@parley/contract";

/** What may be answered, as it is kept: each answer on one line, no two alike. */
export function pollOf({ answers: raw, isMultiple, isAnonymous }: NewPoll): Poll {
  const answers = raw.map(answerOf);
  if (new Set(answers).size < answers.length) throw refused("No two answers can be the same.");
  return { answers, ...(isMultiple && { isMultiple }), ...(isAnonymous && { isAnonymous }) };
}

function answerOf(raw: string): string {
  const cleaned = cleanText(raw.trim(), limits.answerCharacters);
  if (cleaned.ok) return cleaned.text.replace(/\s+/g, " ");
  const isLong = raw.trim().length > limits.answerCharacters;
  throw refused(isLong ? `An answer has at most ${limits.answerCharacters} characters.` : "No answer can be empty.");
}

/** What is asked, as it is kept. */
export function assertQuestion(question: string): void {
  if (question.length <= limits.questionCharacters) return;
  throw new ParleyError("invalid", `A question has at most ${limits.questionCharacters} characters.`, {
    field: "body",
  });
}

/** The poll of a message, if one may still vote in it. */
export function openPoll({ poll, deletedAt }: Message): Poll {
  if (deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
  if (poll === undefined) throw new ParleyError("conflict", "This message is no poll.");
  if (poll.closedAt !== undefined) throw new ParleyError("conflict", "This poll is closed.");
  return poll;
}

export function assertChoice({ answers, isMultiple }: Poll, chosen: readonly number[]): void {
  const words =
    chosen.length > 1 && isMultiple !== true
      ? "Choose one answer."
      : chosen.some((at) => at >= answers.length)
        ? "There is no such answer."
        : null;
  if (words !== null) throw new ParleyError("invalid", words, { field: "chosen" });
}

function refused(words: string): ParleyError {
  return new ParleyError("invalid", words, { field: "poll" });
}
