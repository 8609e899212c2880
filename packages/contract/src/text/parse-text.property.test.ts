import fc from "fast-check";
import { expect, test } from "vitest";
import { emojiOnly } from "./emoji.ts";
import { mentionsIn } from "./mentions.ts";
import { parseText } from "./parse-text.ts";
import { plainText } from "./preview.ts";
import type { Block, Inline } from "./tree.ts";

type Node = Block | Inline;

const pieces = [
  ..."*_~|`[]()<>@#!.-:/\\ \n\t",
  ..."abXé0١中й😀👩🏽‍🚀\u0000\u200d\u202e\ud800",
  ...[
    "**",
    "***",
    "__",
    "~~",
    "||",
    "``",
    "```",
    "```\n",
    "\n> ",
    ">",
    "\n- ",
    "\n1. ",
    "\n  ",
    "](",
    "[a](",
    "@bob",
    ":ok:",
    ":a_b:",
  ],
  ...[
    "https://",
    "http://a.b",
    "mailto:",
    "javascript:",
    "data:",
    "vbscript:",
    "[x](https://y.z)",
    "[x](javascript:y)",
  ],
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 200 }).map((parts) => parts.join(""));
const anything = fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 300 }));

function childrenOf(node: Node): Node[] {
  if (node.kind === "list") return node.items.flat();
  return "children" in node ? node.children : [];
}

function height(node: Node): number {
  return 1 + Math.max(0, ...childrenOf(node).map(height));
}

function allNodes(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...allNodes(childrenOf(node))]);
}

/** Everything the tree holds, hidden or not, in the order it was typed. */
function contents(node: Node): string {
  const own = "text" in node ? node.text : childrenOf(node).map(contents).join("");
  if (node.kind === "codeBlock") return node.language + own;
  return node.kind === "link" && !own.includes(":") ? own + node.href : own;
}

test("any text gives a shallow tree of safe links, without an exception", () => {
  fc.assert(
    fc.property(anything, (body) => {
      const tree = parseText(body);
      expect(Math.max(0, ...tree.map(height))).toBeLessThanOrEqual(16);
      for (const node of allNodes(tree)) {
        if (node.kind === "link") {
          expect(node.href).toMatch(/^(?:https?:\/\/[^/@]+(?:[/?#]|$)|mailto:)/);
          expect(allNodes(node.children).every(({ kind }) => !["link", "mention", "room"].includes(kind))).toBe(true);
        }
        if (node.kind === "mention" || node.kind === "room") expect(node.text.length).toBeGreaterThan(1);
      }
      expect(plainText(tree)).not.toMatch(/[\r\n]/);
      expect(mentionsIn(body).handles).not.toContain("everyone");
      expect(emojiOnly(body)).toBeLessThanOrEqual(6);
    }),
    { numRuns: 2_000 },
  );
});

test("no letter is ever lost", () => {
  // Numbers are left out because those of a list are markup, links because addresses are rewritten in canonical form.
  const letters = (text: string): string => text.replace(/[^\p{L}\p{So}]/gu, "");
  const parts = pieces.filter((piece) => !/https?:|mailto:|\d/.test(piece));
  const bodies = fc.array(fc.constantFrom(...parts), { maxLength: 200 }).map((typed) => typed.join(""));
  fc.assert(
    fc.property(bodies, (body) => {
      expect(letters(parseText(body).map(contents).join(""))).toBe(letters(body));
    }),
    { numRuns: 2_000 },
  );
});

test("text without markup comes back as it was typed", () => {
  const plain = fc
    .array(fc.constantFrom(..."abc déй中😀,.!?;+=%&$ \n"), { maxLength: 100 })
    .map((typed) => typed.join(""));
  fc.assert(
    fc.property(plain, (body) => {
      const whole = parseText(body);
      const text = body.replace(/^(?:[^\S\n]*\n)+/, "").replace(/(?:\n[^\S\n]*)+$/, "");
      expect(whole).toEqual(body.trim() === "" ? [] : [{ kind: "paragraph", children: [{ kind: "text", text }] }]);
    }),
  );
});
