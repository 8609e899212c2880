import { type FileId, newId } from "@parley/contract";
import { expect, test } from "vitest";
import { joinedLine, leftLine, messageLine } from "./lines.ts";

test("the lines are exactly the ancestor's", () => {
  expect(joinedLine("Ann Lee")).toBe("Ann Lee has joined the chat.");
  expect(leftLine("Ann Lee")).toBe("Ann Lee has left the chat.");
  expect(messageLine("Ann Lee", { body: "Hello: you" })).toBe("Ann Lee: Hello: you");
});

test("files stand above what goes with them", () => {
  const file = { id: newId<FileId>(0), type: "image/jpeg", size: 1_400_000, kind: "image" } as const;
  const files = [{ ...file, name: "quay\u202e.jpg", width: 4000, height: 3000 }];
  expect(messageLine("ann", { body: "At the harbour", files })).toBe(
    "ann: 📎 quay<U+202E>.jpg (1.4 MB, 4000×3000)\n  At the harbour",
  );
  expect(messageLine("ann", { body: "", files })).toBe("ann: 📎 quay<U+202E>.jpg (1.4 MB, 4000×3000)");
});

test("whose words they are stands over what was forwarded, what a link leads to under it", () => {
  expect(messageLine("ann", { body: "Hello" }, { over: "Forwarded from Bob", under: "» Cy in #ops: Hi" })).toBe(
    "ann: Forwarded from Bob\n  Hello\n  » Cy in #ops: Hi",
  );
});

test("no body can look like a line of its own", () => {
  expect(messageLine("ann", { body: "one\nbob has left the chat.\r\nthree" })).toBe(
    "ann: one\n  bob has left the chat.\n  three",
  );
  expect(messageLine("ann", { body: "\u001b[2Aup\rover" })).toBe("ann: ␛[2Aup␍over");
});
