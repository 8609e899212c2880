import type { ParleyClient } from "@parley/client";
import { useClient } from "../client-context.ts";
import { type Toast, useToast } from "../ui/toast.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { type Stage, useStage } from "./conversation-context.ts";

/** What doing something with a message takes; what can be done with it comes later (message-deeds.ts). */
export interface DeedParts {
  readonly client: ParleyClient;
  readonly words: Words;
  readonly language: string;
  readonly toast: (toast: Toast) => void;
  readonly stage: Stage;
}

export function useDeedParts(): DeedParts {
  return {
    client: useClient(),
    words: useWords(),
    language: useLanguage(),
    toast: useToast(),
    stage: useStage(),
  };
}
