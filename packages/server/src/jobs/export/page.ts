import { escaped } from "./text-html.ts";

const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;background:#fff;color:#111}
main{max-width:46rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}
h2{font-size:.875rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid #8886}
article{margin:.75rem 0;overflow-wrap:anywhere}
article:target{outline:2px solid #4a7dff;outline-offset:.25rem}
time,small,.quiet{color:#666;font-size:.8125rem}
p{margin:.125rem 0}
pre,code{font-family:ui-monospace,monospace;font-size:.875em;background:#8882;border-radius:.25rem}
pre{padding:.5rem;overflow:auto}
code{padding:0 .2em}
blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid #8886}
.spoiler:not(:hover):not(:focus){color:transparent;background:#888;border-radius:.25rem}
nav{display:flex;gap:1rem;margin:1rem 0}
dt{font-weight:600}dd{margin:0 0 .5rem}
img{border-radius:50%;width:6rem;height:6rem}
.sticker{border-radius:0;width:auto;height:auto;max-width:10rem;max-height:10rem}
@media(prefers-color-scheme:dark){body{background:#121212;color:#eee}time,small,.quiet{color:#aaa}}`;

/** Nothing of the page runs, and it asks for nothing from elsewhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

export function pageHead(title: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
`;
}

export const pageFoot = "</main></body></html>\n";
