import { limits, type NewPoll } from "@parley/contract";

export interface DraftedPoll {
  readonly question: string;
  /** The fields as they are filled in; an empty one is none. */
  readonly answers: readonly string[];
  readonly isMultiple: boolean;
  readonly isAnonymous: boolean;
}

export const emptyPoll: DraftedPoll = { question: "", answers: ["", ""], isMultiple: false, isAnonymous: false };

/** The draft with what one wrote into a field; behind the last one that is filled there is always one more. */
export function withAnswer(draft: DraftedPoll, at: number, text: string): DraftedPoll {
  const answers = draft.answers.with(at, text);
  const hasRoom = answers.at(-1) !== "" && answers.length < limits.pollAnswers;
  return { ...draft, answers: hasRoom ? [...answers, ""] : answers };
}

export function withoutAnswer(draft: DraftedPoll, at: number): DraftedPoll {
  const answers = draft.answers.toSpliced(at, 1);
  while (answers.length < 2 || (answers.at(-1) !== "" && answers.length < limits.pollAnswers)) answers.push("");
  return { ...draft, answers };
}

/** What is to be sent, or what is missing. */
export function pollIn(draft: DraftedPoll): { question: string; poll: NewPoll } | "question" | "answers" | "twice" {
  const question = draft.question.trim();
  const answers = draft.answers.map((answer) => answer.trim()).filter((answer) => answer !== "");
  if (question === "") return "question";
  if (answers.length < 2) return "answers";
  if (new Set(answers).size < answers.length) return "twice";
  const { isMultiple, isAnonymous } = draft;
  return { question, poll: { answers, ...(isMultiple && { isMultiple }), ...(isAnonymous && { isAnonymous }) } };
}
