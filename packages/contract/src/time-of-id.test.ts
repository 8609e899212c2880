import { expect, test } from "vitest";
import type { MessageId } from "./ids.ts";
import { newId } from "./make-id.ts";
import { timeOfId } from "./time-of-id.ts";

test.each([0, 1, 1_795_466_096_123, 2 ** 48 - 1])("an id tells when it was made: %d", (now) => {
  expect(timeOfId(newId<MessageId>(now))).toBe(now);
});

test("the example of RFC 9562, appendix A.6", () => {
  expect(timeOfId("017f22e2-79b0-7cc3-98c4-dc0c0c07398f" as MessageId)).toBe(1_645_557_742_000);
});
