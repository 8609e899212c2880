import { expect, test } from "vitest";
import { emptyPoll, pollIn, withAnswer, withoutAnswer } from "./drafted-poll.ts";

test("there is a field for one more answer, up to ten", () => {
  let draft = emptyPoll;
  for (let at = 0; at < 10; at += 1) draft = withAnswer(draft, at, `Answer ${at}`);
  expect(draft.answers).toHaveLength(10);
  draft = withoutAnswer(draft, 3);
  expect(draft.answers.at(-1)).toBe("");
  expect(draft.answers).not.toContain("Answer 3");
  expect(withoutAnswer(emptyPoll, 0).answers).toEqual(["", ""]);
});

test("what is sent is whole, and what is missing is said", () => {
  const draft = { ...emptyPoll, question: " Tea? ", answers: ["Yes ", "", " No"] };
  expect(pollIn(draft)).toEqual({ question: "Tea?", poll: { answers: ["Yes", "No"] } });
  expect(pollIn({ ...draft, isMultiple: true, isAnonymous: true })).toMatchObject({
    poll: { isMultiple: true, isAnonymous: true },
  });
  expect(pollIn({ ...draft, question: " " })).toBe("question");
  expect(pollIn({ ...draft, answers: ["Yes", ""] })).toBe("answers");
  expect(pollIn({ ...draft, answers: ["Yes", "Yes "] })).toBe("twice");
});
