import type { Words } from "./words.ts";

/** Languages besides English, each loaded when it is wanted. */
export const others: Record<string, () => Promise<Words>> = {
  de: async () => (await import("./de/index.ts")).de,
};

/** The languages that the settings offer, in their own names. */
export const languages = [
  { tag: "en", name: "English" },
  { tag: "de", name: "Deutsch" },
] as const;

/** The first language of the reader's that there is a catalogue for. */
export function chooseLanguage(wanted: string, preferred: readonly string[]): string {
  for (const tag of wanted === "system" ? preferred : [wanted]) {
    const language = tag.split("-")[0]?.toLowerCase() ?? "en";
    if (language === "en" || Object.hasOwn(others, language)) return language;
  }
  return "en";
}
