/** A bare address in running text, without the punctuation that ends the sentence around it. */
export interface BareLink {
  href: string;
  text: string;
}

const SCHEME = /^(?:https?:\/\/[\p{L}\p{N}[]|mailto:[^@]+@[\p{L}\p{N}[])/iu;
const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);

/** Up to white space, quotation marks, angle brackets, invisible characters, or the marks of CJK sentences. */
const RUN = /(?:(?!\|\|)[^\s\p{C}<>"`“”「」『』【】《》（）、。，！？；：])+/uy;
const ENDS_SENTENCE = new Set("?!.,:;*_~|'’…");
const OPENER_OF: Record<string, string> = { ")": "(", "]": "[" };

/**
 * The normalised form of an address that may become a link, else undefined. Only http, https and mailto: everything
 * else (`javascript:`, `data:` …) could act instead of lead. No user name before the host: it only serves to deceive.
 */
export function safeHref(address: string): string | undefined {
  if (!SCHEME.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!SAFE_PROTOCOLS.has(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  return url.href;
}

/** The run of characters at `at` that an address could take up: what to skip when it turns out not to be one. */
export function addressRunAt(text: string, at: number): string {
  RUN.lastIndex = at;
  return RUN.exec(text)?.[0] ?? "";
}

/**
 * The address at the start of `run`, cut as GitHub-flavoured Markdown cuts autolinks: trailing punctuation is the
 * sentence's, and a closing bracket belongs to the address only if it was opened there.
 */
export function bareLink(run: string): BareLink | undefined {
  const text = run.slice(0, addressEnd(run));
  const href = safeHref(text);
  return href === undefined ? undefined : { href, text };
}

function addressEnd(run: string): number {
  const count: Record<string, number> = { "(": 0, ")": 0, "[": 0, "]": 0 };
  for (const unit of run) if (unit in count) count[unit] = (count[unit] ?? 0) + 1;
  let end = run.length;
  for (; end > 0; end -= 1) {
    const last = run[end - 1] ?? "";
    const opener = OPENER_OF[last];
    if (opener !== undefined) {
      const closed = count[last] ?? 0;
      if (closed <= (count[opener] ?? 0)) break;
      count[last] = closed - 1;
    } else if (!ENDS_SENTENCE.has(last)) break;
  }
  return end;
}
