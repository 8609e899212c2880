import { parseText, plainText } from "@parley/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textFromHtml } from "./text-from-html.ts";

test.each([
  ["words", "<p>Just <span>words</span></p>", "Just words"],
  ["styles", "<b>bold</b>, <em>italic</em>, <del>gone</del>, <code>x</code>", "**bold**, _italic_, ~~gone~~, `x`"],
  ["nested styles", "<b>one <i>two</i></b> three", "**one _two_** three"],
  ["blanks at the edges", "a<b> b </b>c", "a **b** c"],
  ["styles by style", '<span style="font-weight:700">a</span> <b style="font-weight:normal">b</b>', "**a** b"],
  ["inside a word", "un<i>believ</i>able", "unbelievable"],
  ["a link", '<a href="https://a.example/x(1)">here</a>', "[here](https://a.example/x%281%29)"],
  ["a bare link", '<a href="https://a.example/">https://a.example</a>', "https://a.example"],
  ["no link", '<a href="javascript:alert(1)">x</a> <a href="/people/1">@ana</a>', "x @ana"],
  ["a mention", '<a href="https://parley.example/u/1">@ana</a>', "@ana"],
  ["paragraphs", "<h2>Head</h2><p>one<br>two</p>\n<p>three</p>", "**Head**\n\none\ntwo\n\nthree"],
  ["lines", "<div>one</div><div>two</div>", "one\ntwo"],
  ["a list", "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul><p>d</p>", "- a\n- b\n  - c\n\nd"],
  ["a list after words", "<p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul>", "a\n\n- b\n- c"],
  ["numbers", '<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"],
  ["a quote", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"],
  ["code", '<pre><code class="language-ts">a &lt; b\n  `c`</code></pre>', "```ts\na < b\n  `c`\n```"],
  ["ticks in code", "<code>a`b</code>", "``a`b``"],
  ["a table", "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "**a b**\n1 2"],
  ["entities", "&lt;b&gt; &amp;amp; &#228;&#x1F600; &nope; &#0;", "<b> &amp; ä😀 &nope; &#0;"],
  ["what is not shown", "<style>p{}</style><script>x</script><title>t</title><button>Copy</button>a", "a"],
  ["pictures", 'a <img alt="😀" src="x">', "a 😀"],
  ["comments", "<!--StartFragment--><b>a</b><!--EndFragment-->", "**a**"],
])("%s", (_, html, expected) => {
  expect(textFromHtml(html)).toBe(expected);
});

const word = fc.stringMatching(/^[a-zäß日]{1,8}$/u);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    word.map((text) => `${text} `),
    fc
      .tuple(
        fc.constantFrom("p", "div", "b", "i", "s", "ul", "ol", "li", "blockquote", "h1", "span", "td", "code"),
        fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      )
      .map(([name, children]) => `<${name}>${children.join(name === "code" ? " " : "")}</${name}> `),
  ),
}));

const wordsIn = (text: string) => text.match(/[a-zäß日]+/gu) ?? [];

test("whatever it stands in, every word is there, in its order", () => {
  fc.assert(
    fc.property(node, (html) => {
      const written = wordsIn(html.replace(/<[^>]*>/g, " "));
      expect(wordsIn(plainText(parseText(textFromHtml(html))))).toEqual(written);
    }),
    { numRuns: 1_000 },
  );
});

const pieces = [
  ..."<>&\"'=/ \n`*_[]()",
  "<b>",
  "</b>",
  "<p",
  "<!--",
  "-->",
  "&#",
  "<li>",
  "<pre>",
  "<a href=",
  "style=",
  "a",
];

test("nothing that is on a clipboard makes it fail", () => {
  const html = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces)).map((some) => some.join("")),
  );
  fc.assert(
    fc.property(html, (text) => void textFromHtml(text)),
    { numRuns: 2_000 },
  );
});

test.each([
  ...pieces,
  "<b>a",
  "<ul><li>",
  "<blockquote>a",
  '<a "',
  "<b>a</b>",
  "a<i>b</i>",
  "<p></p>",
  "<pre>`",
  "&amp;",
  "<a b ",
  "  ",
])("%j over and over: eight times the length is not sixty-four times the work", (piece) => {
  const times = (length: number) => {
    const html = piece.repeat(length / piece.length);
    const start = [performance.now(), process.threadCpuUsage()] as const;
    textFromHtml(html);
    const { user, system } = process.threadCpuUsage(start[1]);
    return { passed: performance.now() - start[0], worked: (user + system) / 1000 };
  };
  // The best of many of the short ones; of the long ones what the processor worked, as its clock ticks slowly, together.
  const short = Math.min(...Array.from({ length: 10 }, () => times(20_000).passed));
  const isQuick = Array.from({ length: 4 }).some(() => {
    const long = Array.from({ length: 8 }, () => times(160_000).worked);
    return long.reduce((sum, ms) => sum + ms, 0) / long.length < short * 40 + 5;
  });
  expect(isQuick).toBe(true);
});
