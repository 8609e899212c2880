import { createContext, use } from "react";
import { en } from "./en/index.ts";
import type { Catalogue, Words } from "./words.ts";

export const CatalogueContext = createContext<Catalogue>({ language: "en", words: en });

/**
 * Every text that people see, in their language: `useWords().rooms.newRoom`. The words of the screens beside the
 * conversation are there within those screens, which are loaded together with them (screens.ts).
 */
export function useWords(): Words {
  return use(CatalogueContext).words as Words;
}

/** The BCP 47 tag for dates and numbers, such as `en` or `de`. */
export function useLanguage(): string {
  return use(CatalogueContext).language;
}
