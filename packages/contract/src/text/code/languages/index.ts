import type { Grammar } from "../grammar.ts";
import { c, cpp, csharp, go, java, kotlin, rust, script, swift } from "./braces.ts";
import { css, diff, graphql, ini, json, markdown, markup, yaml } from "./documents.ts";
import { bash, dockerfile, lua, php, python, ruby, sql } from "./scripts.ts";

/** Languages, with the names that people write after a fence. */
const named: readonly (readonly [Grammar, string])[] = [
  [bash, "bash sh shell zsh console"],
  [c, "c h"],
  [cpp, "cpp c++ cc cxx hpp"],
  [csharp, "csharp cs c#"],
  [css, "css scss less"],
  [diff, "diff patch"],
  [dockerfile, "dockerfile docker"],
  [go, "go golang"],
  [graphql, "graphql gql"],
  [ini, "ini toml conf properties env"],
  [java, "java"],
  [json, "json jsonc json5"],
  [kotlin, "kotlin kt kts"],
  [lua, "lua"],
  [markdown, "markdown md"],
  [markup, "html xml svg vue svelte xhtml"],
  [php, "php"],
  [python, "python py python3"],
  [ruby, "ruby rb"],
  [rust, "rust rs"],
  [script, "javascript js jsx mjs cjs typescript ts tsx mts cts"],
  [sql, "sql postgresql postgres mysql sqlite"],
  [swift, "swift"],
  [yaml, "yaml yml"],
];

const byName: ReadonlyMap<string, Grammar> = new Map(
  named.flatMap(([grammar, names]) => names.split(" ").map((name) => [name, grammar] as const)),
);

export function grammarOf(language: string): Grammar | null {
  return byName.get(language.toLowerCase()) ?? null;
}

/** One name of each. */
export const languageNames: readonly string[] = named.map(([, names]) => names.split(" ")[0] ?? "");
