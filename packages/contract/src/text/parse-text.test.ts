import { expect, test } from "vitest";
import { parseText } from "./parse-text.ts";
import type { Block, Inline } from "./tree.ts";

/** The tree in short: `bold(a)`, `"text"`, `link<href>(…)`, `quote[…]`. */
function sketch(body: string): string {
  return parseText(body).map(block).join(" ");
}

function block(node: Block): string {
  switch (node.kind) {
    case "paragraph":
      return inlines(node.children);
    case "codeBlock":
      return `codeBlock<${node.language}>${JSON.stringify(node.text)}`;
    case "quote":
      return `quote[${node.children.map(block).join(" ")}]`;
    case "list":
      return `list<${node.start ?? "-"}>[${node.items.map((item) => item.map(block).join(" ")).join(" | ")}]`;
  }
}

function inlines(nodes: Inline[]): string {
  return nodes.map(inline).join(" ");
}

function inline(node: Inline): string {
  if (node.kind === "text") return JSON.stringify(node.text);
  if (node.kind === "code") return `code${JSON.stringify(node.text)}`;
  if (node.kind === "mention") return `mention<${node.handle}>${JSON.stringify(node.text)}`;
  if (node.kind === "emoji") return `emoji<${node.text}>`;
  if (node.kind === "room") return `room<${node.name}>${JSON.stringify(node.text)}`;
  return `${node.kind}${node.kind === "link" ? `<${node.href}>` : ""}(${inlines(node.children)})`;
}

test.each([
  ["plain", '"plain"'],
  ["so :party_parrot::+1:!", '"so " emoji<:party_parrot:> emoji<:+1:> "!"'],
  ["**:a_b_c:** ::no::", 'bold(emoji<:a_b_c:>) " :" emoji<:no:> ":"'],
  ["12:30:45 ab:cd: :é_: :a: `:in_code:`", '"12:30:45 ab:cd: :é_: :a: " code":in_code:"'],
  ["https://a.b:80 ||:boo:||", 'link<https://a.b:80/>("https://a.b:80") " " spoiler(emoji<:boo:>)'],
  ["", ""],
  [" \n\n ", ""],
  ["a\nb\n\nc", '"a\\nb\\n\\nc"'],
  ["a\r\nb\rc", '"a\\nb\\nc"'],
  [
    "**bold** *it* _it_ ~~no~~ ||boo||",
    'bold("bold") " " italic("it") " " italic("it") " " strike("no") " " spoiler("boo")',
  ],
  ["***both***", 'bold(italic("both"))'],
  ["***a** b*", 'italic(bold("a") " b")'],
  ["***a* b**", 'bold(italic("a") " b")'],
  ["**a *b* c**", 'bold("a " italic("b") " c")'],
  ["**a\nb**", 'bold("a\\nb")'],
  ["*a **b* c**", 'italic("a **b") " c**"'],
  ["*a _b* c_", 'italic("a _b") " c_"'],
  ["**open", '"**open"'],
  ["* not * this *", '"* not * this *"'],
  ["2*3*4 snake_case_name __init__ ****", '"2*3*4 snake_case_name __init__ ****"'],
  ["имя_файла_раз", '"имя_файла_раз"'],
  ["これは*強調*です", '"これは" italic("強調") "です"'],
  ["un**believ**able", '"un" bold("believ") "able"'],
  ["¯\\_(ツ)_/¯", '"¯\\\\_(ツ)_/¯"'],
  ["~once~ | a || b || ~~~", '"~once~ | a || b || ~~~"'],
  ["||a **b**||", 'spoiler("a " bold("b"))'],
  ["<b>&amp;</b>", '"<b>&amp;</b>"'],
])("styles: %j", (body, expected) => {
  expect(sketch(body)).toBe(expected);
});

test.each([
  ["`a*b*c` *d*", 'code"a*b*c" " " italic("d")'],
  ["`` a`b ``", 'code"a`b"'],
  ["` `", 'code" "'],
  ["*a `b* c`", '"*a " code"b* c"'],
  ["`open *x*", '"`open " italic("x")'],
  ["```one line```", 'code"one line"'],
  ["```js\nlet a;\n```", 'codeBlock<js>"let a;"'],
  ["```\n **a**\n\n> b\n```\nc", 'codeBlock<>" **a**\\n\\n> b" "c"'],
  ["```\na```", 'codeBlock<>"a"'],
  ["````\n```\n````", 'codeBlock<>"```"'],
  ["a\n```c++\nb", '"a" codeBlock<c++>"b"'],
  ["```", '"```"'],
  ["> ```\n> a\n> ```\nb", 'quote[codeBlock<>"a"] "b"'],
])("code: %j", (body, expected) => {
  expect(sketch(body)).toBe(expected);
});

test.each([
  ["> a\n> *b*\nc", 'quote["a\\n" italic("b")] "c"'],
  ["> a\n>\n> b", 'quote["a\\n\\nb"]'],
  ["> > a\n> b", 'quote[quote["a"] "b"]'],
  [">>a", '">>a"'],
  [">> a", 'quote[quote["a"]]'],
  [">_< >:(", '">_< >:("'],
  ["a > b", '"a > b"'],
  [">", '">"'],
  ["> \n> ", '"> \\n> "'],
  ["- a\n- b\n  c", 'list<->["a" | "b\\nc"]'],
  ["- a\n  - b\n  - c\n- d", 'list<->["a" list<->["b" | "c"] | "d"]'],
  ["1. a\n2. b\n   - c", 'list<1>["a" | "b" list<->["c"]]'],
  ["3. a\n4. b", 'list<3>["a" | "b"]'],
  ["1. a\n1. b", 'list<1>["a" | "b"]'],
  ["3. a\n1. b", 'list<3>["a"] list<1>["b"]'],
  ["- a\n1. b", 'list<->["a"] list<1>["b"]'],
  ["a\n- b\n\nc", '"a" list<->["b"] "c"'],
  ["- > a", 'list<->[quote["a"]]'],
  ["-a\n--\n- \n1.\n1) a", '"-a\\n--\\n- \\n1.\\n1) a"'],
  ["-5 degrees", '"-5 degrees"'],
])("blocks: %j", (body, expected) => {
  expect(sketch(body)).toBe(expected);
});

test.each([
  ["see https://a.example/b?c=d.", '"see " link<https://a.example/b?c=d>("https://a.example/b?c=d") "."'],
  ["(https://a.example/x_(y))", '"(" link<https://a.example/x_(y)>("https://a.example/x_(y)") ")"'],
  ["[https://a.example]", '"[" link<https://a.example/>("https://a.example") "]"'],
  ["**https://a.example/**", 'bold(link<https://a.example/>("https://a.example/"))'],
  ["||https://a.example||", 'spoiler(link<https://a.example/>("https://a.example"))'],
  ["HTTP://A.example", 'link<http://a.example/>("HTTP://A.example")'],
  ["https://a.example/a_b_c*d*", 'link<https://a.example/a_b_c*d>("https://a.example/a_b_c*d") "*"'],
  ["mailto:a@b.example, ok", 'link<mailto:a@b.example>("mailto:a@b.example") ", ok"'],
  ["見てhttps://a.example/。はい", '"見て" link<https://a.example/>("https://a.example/") "。はい"'],
  ["“https://a.example”", '"“" link<https://a.example/>("https://a.example") "”"'],
  ["http://[::1]:3000/x", 'link<http://[::1]:3000/x>("http://[::1]:3000/x")'],
  ["[a *b*](https://a.example)", 'link<https://a.example/>("a " italic("b"))'],
  ["[a](https://a.example/x_(y)) z", 'link<https://a.example/x_(y)>("a") " z"'],
  ["[@bob #r https://b.example](https://a.example)", 'link<https://a.example/>("@bob #r https://b.example")'],
  ["[a](mailto:a@b.example)", 'link<mailto:a@b.example>("a")'],
  ["[a] (https://a.example)", '"[a] (" link<https://a.example/>("https://a.example") ")"'],
])("links: %j", (body, expected) => {
  expect(sketch(body)).toBe(expected);
});

test.each([
  "javascript:alert(1)",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](java\tscript:alert(1))",
  "[a](\u0001javascript:alert(1))",
  "[a](data:text/html,x)",
  "[a](vbscript:x)",
  "[a](file:///etc/passwd)",
  "[a](//a.example)",
  "[a](https:a.example)",
  "[a](www.a.example)",
  "[a](https://bank.example@a.example)",
  "https://user:password@a.example",
  "https://",
  "http:// a",
  "https://%%%",
  "mailto:nobody",
  "xhttps://a.example",
  "httpſ://a.example",
  "[](https:)",
])("no link: %j", (body) => {
  expect(sketch(body)).not.toContain("link");
});

test.each([
  ["@Bob hi", 'mention<bob>"@Bob" " hi"'],
  ["hi @anna_lee.", '"hi " mention<anna_lee>"@anna_lee" "."'],
  ["@bob's, (@J.Doe)", 'mention<bob>"@bob" "\'s, (" mention<j.doe>"@J.Doe" ")"'],
  ["_@bob_ **@bob**", 'italic(mention<bob>"@bob") " " bold(mention<bob>"@bob")'],
  ["@Straße @ＢＯＢ", 'mention<strasse>"@Straße" " " mention<bob>"@ＢＯＢ"'],
  ["@🦊 @anna_👩🏽‍🚀", 'mention<🦊>"@🦊" " " mention<anna_👩🏽‍🚀>"@anna_👩🏽‍🚀"'],
  ["こんにちは@田中 さん", '"こんにちは" mention<田中>"@田中" " さん"'],
  ["me@bob.example x/@y @@z @ @. `@bob`", '"me@bob.example x/@y @@z @ @. " code"@bob"'],
  ["#general, #Big-Plans.", 'room<general>"#general" ", " room<big-plans>"#Big-Plans" "."'],
  ["C#sharp &#39; ## # x", '"C#sharp &#39; ## # x"'],
  [`@${"a".repeat(81)}`, `"@${"a".repeat(81)}"`],
])("references: %j", (body, expected) => {
  expect(sketch(body)).toBe(expected);
});
