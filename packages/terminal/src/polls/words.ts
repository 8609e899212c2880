import { type Message, ParleyError, type Poll, type Votes } from "@parley/contract";
import { visible } from "../text/visible.ts";

const barWidth = 10;

/** A poll on lines: its answers with their numbers, once one has voted or it is closed also the result, and its state. */
export function pollLines({ poll, votes }: Pick<Message, "poll" | "votes">): string[] {
  if (poll === undefined) return [];
  const { voters = 0, mine } = votes ?? {};
  const chosen = mine?.chosen ?? [];
  const isShown = chosen.length > 0 || poll.closedAt !== undefined;
  const answers = poll.answers.map((answer, at) => {
    const said = `${at + 1}. ${visible(answer)}${chosen.includes(at) ? " ✓" : ""}`;
    return isShown ? `${barOf(votes?.counts[at] ?? 0, voters)}  ${said}` : said;
  });
  return [...answers, stateOf(poll, voters)];
}

function barOf(count: number, voters: number): string {
  const share = voters === 0 ? 0 : count / voters;
  const filled = Math.round(share * barWidth);
  const percent = `${Math.round(share * 100)}%`.padStart(4);
  return `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${percent} (${count})`;
}

function stateOf({ isMultiple, isAnonymous, closedAt }: Poll, voters: number): string {
  const facts = [
    isAnonymous ? "anonymous poll" : "poll",
    ...(isMultiple ? ["several answers"] : []),
    voters === 1 ? "1 person voted" : `${voters} people voted`,
    ...(closedAt === undefined ? [] : ["closed"]),
  ];
  return `[${facts.join(", ")}]`;
}

/** The same for programs. */
export function pollJson(poll: Poll, votes: Votes | undefined): object {
  const { answers, isMultiple = false, isAnonymous = false, closedAt = null } = poll;
  return {
    answers: answers.map((text, at) => ({
      text,
      count: votes?.counts[at] ?? 0,
      isMine: votes?.mine?.chosen.includes(at) === true,
    })),
    voters: votes?.voters ?? 0,
    isMultiple,
    isAnonymous,
    closedAt,
  };
}

/** Answers by their numbers, as they are written: "1" or "1,3"; "none" for none. */
export function chosenIn(text: string, { answers }: Poll): number[] {
  if (text === "none") return [];
  const numbers = text.split(/[\s,]+/).map(Number);
  const isThere = (number: number) => Number.isInteger(number) && number >= 1 && number <= answers.length;
  if (!numbers.every(isThere))
    throw new ParleyError(
      "invalid",
      `The answers have the numbers 1 to ${answers.length}. "none" takes your vote back.`,
    );
  return [...new Set(numbers)].map((number) => number - 1);
}
