import fc from "fast-check";
import { expect, test } from "vitest";
import { highlight } from "./highlight.ts";
import { languageNames } from "./languages/index.ts";

/** The pieces that have a look, as `kind:text`. */
function looks(text: string, language: string): string[] {
  return (highlight(text, language) ?? []).flatMap(({ kind, text: piece }) =>
    kind === null ? [] : `${kind}:${piece}`,
  );
}

test("a language that nobody named, or nobody knows, has no colours", () => {
  expect([highlight("a", ""), highlight("a", "klingon"), highlight("a", "constructor")]).toEqual([null, null, null]);
});

test.each([
  [
    "ts",
    'const seen: Set<string> = new Set(ids); // all\n`a {b}` + f("\\"x") - 0x1f',
    [
      "keyword:const",
      "type:Set",
      "keyword:string",
      "keyword:new",
      "name:Set",
      "comment:// all",
      "string:`a {b}`",
      "name:f",
      'string:"\\"x"',
      "number:0x1f",
    ],
  ],
  [
    "c++",
    "#include <map>\nint x = 'a'; /* not\nclosed",
    ["keyword:#include", "keyword:int", "string:'a'", "comment:/* not\nclosed"],
  ],
  [
    "rust",
    "fn f<'a>(x: &'a str) -> char { 'x' }",
    ["keyword:fn", "name:'a", "name:'a", "keyword:str", "keyword:char", "string:'x'"],
  ],
  [
    "python",
    'def f(x):  # y\n  """doc\n"""\n  return None',
    ["keyword:def", "name:f", "comment:# y", 'string:"""doc\n"""', "keyword:return", "keyword:None"],
  ],
  ["sql", "SELECT 'it''s' from t -- c", ["keyword:SELECT", "string:'it''s'", "keyword:from", "comment:-- c"]],
  ["json", '{"a": "b", "c": [1, true]}', ['name:"a"', 'string:"b"', 'name:"c"', "number:1", "keyword:true"]],
  ["html", `<a href="x">don't</a>`, ["keyword:<a", "name:href", 'string:"x"', "keyword:>", "keyword:</a>"]],
  ["diff", "@@ -1 +1 @@\n-a\n+b\n c", ["type:@@ -1 +1 @@", "removed:-a", "added:+b"]],
  ["yaml", "a: 1.2.3 # c\nb: 'x' # it's", ["name:a", "comment:# c", "name:b", "string:'x'", "comment:# it's"]],
  [
    "sh",
    'for f in "$a b"; do rm --force $f; done',
    [
      "keyword:for",
      "keyword:in",
      'string:"$a b"',
      "keyword:do",
      "keyword:rm",
      "type:--force",
      "name:$f",
      "keyword:done",
    ],
  ],
  ["toml", '[a.b]\nkey = "v"', ["type:[a.b]", "name:key", 'string:"v"']],
  ["css", ".a { color: #fff; --b: 2px }", ["type:.a", "name:color", "number:#fff", "name:--b", "number:2px"]],
])("%s", (language, text, expected) => {
  expect(looks(text, language)).toEqual(expected);
});

const pieces = fc.constantFrom(
  ..."\"'`/*#<>-=[]{}()$@\\:;|!&+\n ~".split(""),
  "//",
  "/*",
  "*/",
  '"""',
  "a",
  "Ä",
  "😀",
  "1",
);

test("whatever the code says, every character of it is there, once and in order", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces).map((some) => some.join("")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...languageNames), (code, language) => {
      expect(
        highlight(code, language)
          ?.map((token) => token.text)
          .join(""),
      ).toBe(code);
    }),
    { numRuns: 1_000 },
  );
});

const attacks = [
  ..."aA1_-\"'`/*#<>=[]({$@\\:;|!&+\n ~é".split(""),
  ...[
    "a ",
    "a\n",
    "a:",
    "a=",
    "a(",
    "a b=",
    "<a ",
    "</",
    "<!--",
    "/*",
    "${",
    "$(",
    "[a](",
    "**a",
    "* ",
    "- ",
    "'a",
    "#[",
    "@a.",
    '\\"',
    "=begin\n",
    "```\n",
    "0x",
    "1e",
    "1.",
    "--a",
    "--[[",
    "😀",
    'r#"',
    "\n+",
    "\n\t",
  ],
];

test.each(languageNames)("%s: 8,000 hostile characters take no more than 50 ms", (language) => {
  for (const unit of attacks) {
    const code = unit.repeat(8_000).slice(0, 8_000);
    // Once is enough, and what else the machine does meanwhile is not counted: microseconds of the processor.
    const isQuick = Array.from({ length: 12 }).some(() => {
      const start = process.threadCpuUsage();
      highlight(code, language);
      const { user, system } = process.threadCpuUsage(start);
      return user + system < 50_000;
    });
    expect(isQuick, JSON.stringify(unit)).toBe(true);
  }
});
