import { safeHref } from "@parley/contract";
import { attribute, type HtmlToken } from "./html-tokens.ts";

/** How text stands in a document, as far as a message can say it. */
export interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly isCode: boolean;
  /** Line ends count. */
  readonly isKept: boolean;
  readonly isHidden: boolean;
  readonly href: string | null;
}

export const plainLook: Look = {
  isBold: false,
  isItalic: false,
  isStruck: false,
  isCode: false,
  isKept: false,
  isHidden: false,
  href: null,
};

const hidden = new Set(["head", "style", "script", "title", "template", "noscript", "svg", "math", "button", "select"]);
const looks: Readonly<Record<string, Partial<Look>>> = {
  b: { isBold: true },
  strong: { isBold: true },
  th: { isBold: true },
  h1: { isBold: true },
  h2: { isBold: true },
  h3: { isBold: true },
  h4: { isBold: true },
  h5: { isBold: true },
  h6: { isBold: true },
  i: { isItalic: true },
  em: { isItalic: true },
  s: { isStruck: true },
  del: { isStruck: true },
  strike: { isStruck: true },
  code: { isCode: true },
  kbd: { isCode: true },
  samp: { isCode: true },
  tt: { isCode: true },
};

/** The look inside of a tag, from that around it, its name and its style. */
export function lookInside(around: Look, { name, attributes }: Extract<HtmlToken, { name: string }>): Look {
  if (around.isHidden) return around;
  if (hidden.has(name)) return { ...around, isHidden: true };
  const inside = { ...around, ...(Object.hasOwn(looks, name) ? looks[name] : {}) };
  if (name === "a") return { ...inside, href: safeHref(attribute(attributes, "href")?.trim() ?? "") ?? null };
  const style = attributes.includes("style") ? attribute(attributes, "style") : undefined;
  return style === undefined ? inside : { ...inside, ...styled(style) };
}

function styled(style: string): Partial<Look> {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  return {
    ...(weight !== undefined && { isBold: /^(?:bold|bolder|[6-9]00)$/i.test(weight) }),
    ...(/font-style\s*:\s*italic/i.test(style) && { isItalic: true }),
    ...(/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style) && { isStruck: true }),
    ...(/white-space\s*:\s*(?:pre|break-spaces)/i.test(style) && { isKept: true }),
    ...(/display\s*:\s*none/i.test(style) && { isHidden: true }),
  };
}
