import { type ReactNode, useEffect, useState } from "react";
import { en } from "./en/index.ts";
import { chooseLanguage, others } from "./languages.ts";
import { CatalogueContext } from "./use-words.ts";
import type { Catalogue } from "./words.ts";

/** `wanted` is a BCP 47 tag, or `system` for what the browser asks for. */
export function WordsProvider({ wanted, children }: { wanted: string; children: ReactNode }) {
  const [catalogue, setCatalogue] = useState<Catalogue>({ language: dateLanguage("en", wanted), words: en });
  useEffect(() => {
    let isCurrent = true;
    const tag = chooseLanguage(wanted, navigator.languages);
    const show = (words: Catalogue["words"]) => {
      if (!isCurrent) return;
      document.documentElement.lang = tag;
      setCatalogue({ language: dateLanguage(tag, wanted), words });
    };
    const load = others[tag];
    if (load === undefined) show(en);
    // Without the catalogue (offline, a new release) English still works.
    else load().then(show, () => show(en));
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return <CatalogueContext value={catalogue}>{children}</CatalogueContext>;
}

/** Dates follow the reader's own region where it fits the language: `en-GB` rather than `en`. */
function dateLanguage(tag: string, wanted: string): string {
  if (wanted !== "system") return tag;
  return navigator.languages.find((language) => language.split("-")[0]?.toLowerCase() === tag) ?? tag;
}
