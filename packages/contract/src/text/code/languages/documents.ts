import { grammar, parts } from "../grammar.ts";

const { slashes, hash, double, single, backTicks, number, word, at, dollar, blanks } = parts;
const constants = "true false null yes no on off";

export const json = grammar(
  [
    blanks,
    slashes,
    ["name", /"[^"\\\n]*(?:\\.[^"\\\n]*)*"(?=[ \t]{0,8}:)/u],
    double,
    ["number", /-?\d[\d.eE+-]*/u],
    word,
  ],
  { keywords: constants },
);
export const yaml = grammar(
  [
    blanks,
    ["comment", /(?<!\S)#[^\n]*/u],
    ["name", /[\p{L}\p{N}_.$/-]{1,128}(?=:(?:\s|(?![\s\S])))/u],
    double,
    ["string", /(?<![\p{L}\p{N}])'[^'\n]*'?/u],
    ["type", /(?<!\S)[&*!][\p{L}\p{N}_/!-]+/u],
    // Not the numbers in a version or an address.
    ["word", /[\p{L}\p{N}_][\p{L}\p{N}_./-]*/u],
  ],
  { keywords: constants },
);
export const ini = grammar(
  [
    blanks,
    ["comment", /^[ \t]{0,40};[^\n]*/u],
    hash,
    ["type", /^[ \t]{0,40}\[[^\]\n]*\]{0,2}/u],
    ["name", /[\p{L}\p{N}_.-]{1,128}(?=[ \t]{0,40}=)/u],
    ["string", /"""[\s\S]*?(?:"""|(?![\s\S]))/u],
    double,
    single,
    number,
    word,
  ],
  { keywords: constants },
);
export const css = grammar(
  [
    blanks,
    slashes,
    double,
    single,
    ["keyword", /@[a-z-]+|!important/u],
    ["name", /(?:--|\$)?[\p{L}-][\p{L}\p{N}_-]{0,128}(?=[ \t]{0,8}:[^:])/u],
    ["number", /#[\da-fA-F]{3,8}(?![\p{L}\p{N}_-])/u],
    ["type", /[.#][\p{L}_-][\p{L}\p{N}_-]*/u],
    number,
    ["word", /[\p{L}_-][\p{L}\p{N}_-]*/u],
  ],
  {},
);
export const markup = grammar([
  ["comment", /<!--[\s\S]*?(?:-->|(?![\s\S]))/u],
  ["keyword", /<[/!?]?[\p{L}][\p{L}\p{N}:.-]*|[/?]?>/u],
  ["name", /[\p{L}_:@.-][\p{L}\p{N}_:@.-]{0,128}(?==["'{])/u],
  // Only as values: what is written has apostrophes.
  ["string", /(?<==)(?:"[^"]*"?|'[^']*'?)/u],
  ["number", /&[#\p{L}\p{N}]{1,32};/u],
  ["plain", /\s+|[\p{L}\p{N}]+/u],
]);
export const markdown = grammar([
  ["comment", /<!--[\s\S]*?(?:-->|(?![\s\S]))/u],
  ["keyword", /^#{1,6} [^\n]*|^[ \t]{0,12}(?:[-*+]|\d{1,9}\.) /u],
  ["string", /^```[\s\S]*?(?:^```|(?![\s\S]))|`[^`\n]*`?/u],
  ["comment", /^>[^\n]*/u],
  ["type", /\*\*[^*\n]{1,200}\*\*/u],
  ["name", /\[[^\]\n]{0,200}\]\([^)\n]{0,200}\)/u],
  ["plain", /\s+|[\p{L}\p{N}]+/u],
]);
export const diff = grammar([
  ["type", /^(?:diff |index |@@|--- |\+\+\+ )[^\n]*/u],
  ["added", /^\+[^\n]*/u],
  ["removed", /^-[^\n]*/u],
  ["plain", /[^\n]*\n?/u],
]);
export const graphql = grammar([blanks, hash, double, at, dollar, number, word, backTicks], {
  keywords: "directive enum extend fragment implements input interface mutation on query scalar schema type union",
  hasTypes: true,
});
