import { expect, test } from "vitest";
import { mentionsIn } from "./mentions.ts";
import { parseText } from "./parse-text.ts";
import { plainText } from "./preview.ts";

/** Makes a hostile text of about `length` units. */
type Attack = (length: number) => string;

function repeated(unit: string): Attack {
  return (length) => unit.repeat(Math.ceil(length / unit.length));
}

const attacks: [string, Attack][] = [
  ["nested quotes", repeated(">")],
  ["nested quotes with spaces", repeated("> ")],
  ["nested quotes that end in nothing", (length) => `${">".repeat(length)}x`],
  ["quoted lines", repeated("> > > > > > > > a\n")],
  ["nested lists", repeated("- ")],
  ["nested numbers", repeated("1. ")],
  ["list lines", repeated("- a\n  - b\n    - c\n      - d\n")],
  ["a list mark and spaces", (length) => `-${" ".repeat(length)}`],
  ["asterisks", repeated("*")],
  ["lone asterisks", repeated("* ")],
  ["openers", repeated("*a ")],
  ["closers", repeated("a* ")],
  ["openers of every kind", repeated("*a _b **c ~~d ||e ***f ")],
  ["openers, then closers", (length) => "**a _".repeat(length / 10) + "_ b**".repeat(length / 10)],
  ["crossing styles", repeated("*a _b* c_ ")],
  ["emoji", repeated("😀")],
  ["joined emoji", repeated("😀\u200d")],
  ["back-ticks", repeated("`")],
  ["back-tick runs", repeated("` `` ``` ")],
  [
    "back-tick runs that grow",
    (length) => Array.from({ length: Math.sqrt(length) }, (_, n) => "`".repeat(n)).join(" "),
  ],
  ["fences", repeated("```\n")],
  ["fences never closed", repeated("```a\nb\n")],
  ["brackets", repeated("[")],
  ["labels", repeated("[a](")],
  ["addresses", repeated("[a](b(")],
  ["parentheses", (length) => `[a](${"(".repeat(length)}`],
  ["bare links", repeated("http://a.b ")],
  ["bare links without end", repeated("http://a[")],
  ["bad links", repeated("http://")],
  ["links and closing brackets", (length) => `http://a.b${")".repeat(length)}`],
  ["links and punctuation", (length) => `http://a.b${".,)]".repeat(length / 4)}`],
  ["links across bars", repeated("http://a|b||")],
  ["mentions", repeated("@a ")],
  ["a mention without end", (length) => `@${"a".repeat(length)}`],
  ["mentions of dots", repeated("@...a")],
  ["at signs", repeated("@")],
  ["room signs", repeated("#a#")],
  ["emoji codes", repeated(":ab:")],
  ["emoji codes without end", repeated(":abcdefghijklmnopqrstuvwxyzabcdefg")],
  ["spoilers", repeated("||a||")],
  ["line feeds", repeated("\n")],
  ["white space", repeated(" \t")],
  ["combining marks", (length) => `@a${"\u0301".repeat(length)}`],
];

function read(body: string): void {
  plainText(parseText(body));
  mentionsIn(body);
}

/** The fastest of five runs, in milliseconds: so short a time is seldom interrupted five times. */
function fastestOf(body: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    read(body);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const together = 8;

/** Milliseconds of the processor, which are not those that others take; several runs, as its clock ticks slowly. */
function isFaster(body: string, limitMs: number): boolean {
  const start = process.threadCpuUsage();
  for (let run = 0; run < together; run += 1) read(body);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000 / together < limitMs;
}

/** Once is enough: until it is compiled, and while memory is cleared up, it is slower. */
function isOnceFaster(body: string, limitMs: number): boolean {
  return Array.from({ length: 4 }).some(() => isFaster(body, limitMs));
}

test.each(attacks)("%s: a message of 8,000 characters is read in 50 ms", (_, attack) => {
  expect(isOnceFaster(attack(8_000).slice(0, 8_000), 50)).toBe(true);
});

test.each(attacks)("%s: eight times the length is not sixty-four times the work", (_, attack) => {
  // Quadratic work would come out near 64; the millisecond is for those that are over before the clock has ticked twice.
  expect(isOnceFaster(attack(64_000), fastestOf(attack(8_000)) * 40 + 1)).toBe(true);
});
