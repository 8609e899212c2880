import { expect, test } from "vitest";
import { joinedLine, leftLine, messageLine } from "./lines.ts";

test("the lines are exactly the ancestor's", () => {
  expect(joinedLine("Ann Lee")).toBe("Ann Lee has joined the chat.");
  expect(leftLine("Ann Lee")).toBe("Ann Lee has left the chat.");
  expect(messageLine("Ann Lee", "Hello: you")).toBe("Ann Lee: Hello: you");
});

test("no body can look like a line of its own", () => {
  expect(messageLine("ann", "one\nbob has left the chat.\r\nthree")).toBe(
    "ann: one\n  bob has left the chat.\n  three",
  );
  expect(messageLine("ann", "\u001b[2Aup\rover")).toBe("ann: ␛[2Aup␍over");
});
