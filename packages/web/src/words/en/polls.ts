import type { Poll } from "@parley/contract";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");

export const polls = {
  make: "Poll",
  title: "New poll",
  question: "Question",
  answers: "Answers",
  answer: (number: number) => `Answer ${number}`,
  remove: (number: number) => `Remove answer ${number}`,
  left: (count: number) => (count === 0 ? "No more answers fit." : plural(count, { other: "You can add # more." })),
  several: "Several answers",
  anonymous: "Anonymous",
  anonymousHint: "Nobody sees who voted what.",
  send: "Send poll",
  missing: {
    question: "Write a question first.",
    answers: "A poll needs at least two answers.",
    twice: "Two answers are the same. Change one of them.",
  },
  kind: ({ isMultiple, isAnonymous, closedAt }: Poll) => {
    const what = isAnonymous ? "Anonymous poll" : "Poll";
    if (closedAt !== undefined) return `${what} · Final result`;
    return isMultiple ? `${what} · Several answers` : what;
  },
  vote: "Vote",
  more: "More about this poll",
  change: "Change my vote",
  retract: "Take my vote back",
  close: "End the poll…",
  closeTitle: "End this poll?",
  closeText: "Nobody can vote any more, and the result is final.",
  closeNow: "End poll",
  voted: (count: number) =>
    count === 0 ? "Nobody has voted yet" : plural(count, { one: "# person voted", other: "# people voted" }),
  votes: (count: number) => plural(count, { one: "# vote", other: "# votes" }),
  share: (percent: number) => `${percent}%`,
  result: (count: number, isMine: boolean) =>
    `${plural(count, { one: "# vote", other: "# votes" })}${isMine ? ", yours among them" : ""}`,
  who: "Who voted what",
  refused: "Your vote was not counted.",
};
