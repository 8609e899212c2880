import { type Block, type Inline, parseText } from "@parley/contract";

/** Any text as it stands, in a place of HTML where text or an attribute's value belongs. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A message's text as elements; nothing that people wrote becomes markup but what the contract's parser says. */
export function bodyHtml(body: string): string {
  return parseText(body).map(blockHtml).join("");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlines(block.children)}</p>`;
    case "codeBlock":
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case "quote":
      return `<blockquote>${block.children.map(blockHtml).join("")}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${item.map(blockHtml).join("")}</li>`).join("");
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
    }
  }
}

function inlines(children: readonly Inline[]): string {
  return children.map(inlineHtml).join("");
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escaped(inline.text).replaceAll("\n", "<br>");
    case "emoji":
      return escaped(inline.text);
    case "code":
      return `<code>${escaped(inline.text)}</code>`;
    case "bold":
      return `<strong>${inlines(inline.children)}</strong>`;
    case "italic":
      return `<em>${inlines(inline.children)}</em>`;
    case "strike":
      return `<s>${inlines(inline.children)}</s>`;
    case "spoiler":
      return `<span class="spoiler" tabindex="0">${inlines(inline.children)}</span>`;
    case "link":
      return `<a href="${escaped(inline.href)}" rel="noreferrer noopener">${inlines(inline.children)}</a>`;
    case "mention":
    case "room":
      return `<b>${escaped(inline.text)}</b>`;
  }
}
