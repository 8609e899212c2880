import { expect, test } from "vitest";
import { pageFacts } from "./page-facts.ts";
import { pageText } from "./page-text.ts";

const at = new URL("https://news.site/world/one");
const facts = (html: string) => pageFacts(html, at);

test("Open Graph goes before the rest", () => {
  const html = `<!doctype html><html><head><title>Plain &amp; short</title>
    <meta name=description content='Said &quot;plainly&quot;'><meta content="The &#x1F353; story" property="og:title">
    <meta property="og:title" content="A second"><META PROPERTY="OG:SITE_NAME" CONTENT="The News">
    <meta property="og:image" content="/pictures/a.jpg?x=1&amp;y=2"></head><body><meta property="og:title" content="no">`;
  expect(facts(html)).toEqual({
    title: "The 🍓 story",
    description: 'Said "plainly"',
    siteName: "The News",
    image: new URL("https://news.site/pictures/a.jpg?x=1&y=2"),
  });
});

test("a page with a title alone, one without anything, and one that never ends its head", () => {
  expect(facts("<title>\n  One\n two </title>")).toEqual({ title: "One two" });
  expect(facts("Not a page, 1 < 2")).toEqual({});
  expect(facts("")).toEqual({});
  expect(facts("<title>Open")).toEqual({ title: "Open" });
  expect(facts("<title>  </title><meta property='og:title' content='  '>")).toEqual({});
});

test("what scripts and comments say is nothing", () => {
  const html = `<script>"<title>No</title>"</script><!-- <title>No</title> --><style><meta property="og:title" content="No">
    </style><noscript><meta name="description" content="No"></noscript><TITLE>Yes</TITLE>`;
  expect(facts(html)).toEqual({ title: "Yes" });
});

test("words are words: no turned text, no steering, cut at their limits", () => {
  const title = `<title>\u202eevil\u202c\u200b &#27;[31m&#x202e;red &lt;b&gt; &#xd800;&#0;&bogus;</title>`;
  expect(facts(title)).toEqual({ title: "evil [31mred <b> &bogus;" });
  const long = facts(`<title>${"😀".repeat(500)}</title>`).title ?? "";
  expect([long.length, long.isWellFormed(), long.endsWith("…")]).toEqual([199, true, true]);
});

test("addresses of pictures are resolved, whatever they are", () => {
  const image = (content: string) =>
    facts(`<title>x</title><meta property="og:image" content="${content}">`).image?.href;
  expect(image("//cdn.site/a.png")).toBe("https://cdn.site/a.png");
  expect(image("file:///etc/passwd")).toBe("file:///etc/passwd");
  expect(image("http://[broken")).toBeUndefined();
  expect(
    facts(`<base href="https://cdn.site/x/"><title>x</title><meta property=og:image content=a.png>`).image?.href,
  ).toBe("https://cdn.site/x/a.png");
});

test.each([
  ["tags that never end", "<meta ".repeat(300_000)],
  ["attributes that never end", `<meta ${"a=' ".repeat(500_000)}`],
  ["spaces", `<meta${" ".repeat(2_000_000)}`],
  ["names", `<meta ${"x".repeat(2_000_000)}`],
  ["comments", "<!--".repeat(500_000)],
  ["scripts", "<script>".repeat(250_000)],
  ["ends of nothing", `<title>${"</".repeat(1_000_000)}`],
  ["references", `<title>${"&#".repeat(1_000_000)}</title>`],
  ["brackets", "<".repeat(2_000_000)],
])("%s take no longer than they are long", (_, html) => {
  // Once is enough, and what else the machine does meanwhile is not counted: microseconds of the processor.
  const isQuick = Array.from({ length: 5 }).some(() => {
    const start = process.threadCpuUsage();
    facts(html);
    pageText(Buffer.from(html), null);
    const { user, system } = process.threadCpuUsage(start);
    return user + system < 400_000;
  });
  expect(isQuick).toBe(true);
});

test.each([
  [Buffer.from("<title>Größe</title>", "latin1"), "iso-8859-1"],
  [Buffer.from('<meta charset="windows-1252"><title>Größe</title>', "latin1"), null],
  [
    Buffer.from("<meta http-equiv=content-type content='text/html; charset=latin1'><title>Größe</title>", "latin1"),
    null,
  ],
  [Buffer.from("\ufeff<title>Größe</title>", "utf16le"), null],
  [Buffer.from("<title>Größe</title>"), null],
  [Buffer.from("<title>Größe</title>"), "no-such-thing"],
])("%s in %s is read", (bytes, charset) => {
  expect(facts(pageText(bytes, charset)).title).toBe("Größe");
});
