import type { Settings } from "@parley/contract";
import { useState } from "react";
import { useClient } from "../client-context.ts";
import { useToast } from "../ui/toast.tsx";
import { useClientState } from "../use-client-state.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/**
 * My settings, and a way to change one. A control shows the choice at once; if the server does not take it, the choice
 * falls back and a sentence says why.
 */
export function useSettings(): { settings: Settings; change: (changed: Partial<Settings>) => void } {
  const client = useClient();
  const toast = useToast();
  const words = useWords();
  const language = useLanguage();
  const stored = useClientState((state) => state.settings);
  const [wanted, setWanted] = useState<Partial<Settings>>({});
  const change = (changed: Partial<Settings>) => {
    setWanted((before) => ({ ...before, ...changed }));
    const settle = () => setWanted((before) => without(before, changed));
    client.call("settings:change", changed).then(settle, (error: unknown) => {
      settle();
      toast({ text: `${words.settings.notSaved} ${errorText(words, language, error)}` });
    });
  };
  return { settings: { ...stored, ...wanted }, change };
}

/** Leaves out what has been answered, unless it was changed again meanwhile. */
function without(wanted: Partial<Settings>, answered: Partial<Settings>): Partial<Settings> {
  const rest = Object.entries(wanted).filter(([key, value]) => answered[key as keyof Settings] !== value);
  return Object.fromEntries(rest);
}
